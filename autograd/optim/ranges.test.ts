import { describe, expect, it } from 'vitest';
import { tensor } from '#autograd';
import {
  Adagrad,
  Adam,
  AdamW,
  clipGradNorm,
  clipGradValue,
  cosine,
  exponential,
  gradNorm,
  RMSprop,
  SGD,
  stepDecay,
  warmUp,
} from '#autograd/optim';

const params = [tensor([1], { requiresGrad: true })];

const FROM_0 = 'a finite number of 0 or more';
const BELOW_1 = 'a number from 0 to below 1';
const TWO_BELOW_1 = 'two numbers from 0 to below 1';
const COUNT = 'an integer of 1 or more';

describe('an option out of its range is named with its value and the range', () => {
  it.each<[string, () => unknown, string]>([
    ['SGD: lr is -1', () => new SGD(params, { lr: -1 }), FROM_0],
    ['SGD: momentum is -0.5', () => new SGD(params, { momentum: -0.5 }), FROM_0],
    ['SGD: dampening is Infinity', () => new SGD(params, { dampening: Infinity }), 'a finite number'],
    ['SGD: weightDecay is NaN', () => new SGD(params, { weightDecay: Number.NaN }), FROM_0],
    ['SGD: lr is 0.1', () => new SGD(params, { lr: '0.1' as never }), FROM_0],
    ['RMSprop: alpha is 1', () => new RMSprop(params, { alpha: 1 }), BELOW_1],
    ['RMSprop: eps is -1e-8', () => new RMSprop(params, { eps: -1e-8 }), FROM_0],
    ['Adagrad: lrDecay is -1', () => new Adagrad(params, { lrDecay: -1 }), FROM_0],
    [
      'Adagrad: initialAccumulatorValue is -1',
      () => new Adagrad(params, { initialAccumulatorValue: -1 }),
      FROM_0,
    ],
    ['Adam: lr is NaN', () => new Adam(params, { lr: Number.NaN }), FROM_0],
    ['Adam: betas is [0.9, 1]', () => new Adam(params, { betas: [0.9, 1] }), TWO_BELOW_1],
    ['AdamW: betas is [0.9]', () => new AdamW(params, { betas: [0.9] as never }), TWO_BELOW_1],
    ['clipGradNorm: maxNorm is NaN', () => clipGradNorm(params, Number.NaN), 'a number of 0 or more'],
    ['clipGradNorm: normType is 0', () => clipGradNorm(params, 1, 0), 'a number above 0'],
    ['gradNorm: normType is -2', () => gradNorm(params, -2), 'a number above 0'],
    ['clipGradValue: clipValue is -1', () => clipGradValue(params, -1), 'a number of 0 or more'],
    ['stepDecay: every is 0', () => stepDecay({ every: 0 }), COUNT],
    ['stepDecay: factor is -1', () => stepDecay({ every: 1, factor: -1 }), FROM_0],
    ['exponential: factor is NaN', () => exponential({ factor: Number.NaN }), FROM_0],
    ['cosine: steps is 2.5', () => cosine({ steps: 2.5 }), COUNT],
    ['cosine: minimum is -0.1', () => cosine({ steps: 2, minimum: -0.1 }), FROM_0],
    ['warmUp: start is -1', () => warmUp({ steps: 2, start: -1 }), FROM_0],
  ])('%s', (what, make, range) => {
    expect(make).toThrow(new RangeError(`${what}.\n  It takes ${range}.`));
  });

  it('also when the rate is set later, and it stays as it was', () => {
    const optimizer = new Adam(params, { lr: 0.1 });
    expect(() => {
      optimizer.lr = -0.1;
    }).toThrow('Adam: lr is -0.1.');
    expect(optimizer.lr).toBe(0.1);
  });

  it('Nesterov looks ahead along a momentum, without dampening', () => {
    expect(() => new SGD(params, { nesterov: true })).toThrow('but momentum is 0 and dampening 0.');
    const dampened = () => new SGD(params, { nesterov: true, momentum: 0.9, dampening: 0.1 });
    expect(dampened).toThrow('but momentum is 0.9 and dampening 0.1.');
  });
});
