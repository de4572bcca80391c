import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concat, grad, logSoftmax, randn, seededRng, type Tensor, tensor, transpose, zeros } from '#autograd';
import { gradcheck } from '#autograd/check';
import { CrossEntropyLoss, type CrossEntropyOptions, crossEntropy, nllLoss } from '#autograd/nn';
import { expectClose } from '../recurrent/testing/close.ts';

const rng = seededRng(1);
const weight = tensor([1, 2, 0.5]);
const IGNORED = -100;

/** Logits [N, 3] and a target for each, some of which do not count. */
const batches = fc.record({
  logits: fc.array(fc.array(fc.double({ min: -9, max: 9, noNaN: true }), { minLength: 3, maxLength: 3 }), {
    minLength: 4,
    maxLength: 4,
  }),
  targets: fc.array(fc.constantFrom(IGNORED, 0, 1, 2), { minLength: 4, maxLength: 4 }),
  labelSmoothing: fc.constantFrom(0, 0.3),
  weight: fc.constantFrom(undefined, weight),
});

describe('crossEntropy', () => {
  it.each<CrossEntropyOptions>([
    {},
    { weight, reduction: 'sum' },
    { weight, labelSmoothing: 0.1 },
    { reduction: 'none', labelSmoothing: 1 },
  ])('has the right gradient: %o', (options) => {
    const f = (logits: Tensor) =>
      crossEntropy(
        logits,
        [
          [0, IGNORED],
          [2, 2],
        ],
        options,
      );
    expect(gradcheck(f, [randn([2, 3, 2], rng)], { order: 2 })).toMatchObject({ verdict: 'pass' });
  });

  it('of logits that say nothing is ln C', () =>
    expect(crossEntropy(zeros([3, 5]), [0, 4, 2]).item()).toBeCloseTo(Math.log(5), 15));

  it('takes a single example', () => expect(crossEntropy(tensor([0, 0, 1000]), 2).item()).toBe(0));

  it('does not change when places are added that do not count', () =>
    fc.assert(
      fc.property(batches, ({ logits, targets, ...options }) => {
        fc.pre(targets.some((target) => target !== IGNORED));
        const padded = concat([tensor(logits), randn([2, 3], rng)]);
        const loss = crossEntropy(tensor(logits), targets, options);
        expectClose(crossEntropy(padded, [...targets, IGNORED, IGNORED], options), loss, 1e-13);
      }),
    ));

  it('of a sequence is that of its places', () => {
    const [logits, targets] = [
      randn([2, 4, 3], rng),
      [
        [0, 1, 2, 0],
        [1, IGNORED, 2, 2],
      ],
    ];
    expectClose(
      crossEntropy(transpose(logits, 1, 2), targets),
      crossEntropy(logits.reshape([8, 3]), targets.flat()),
      1e-14,
    );
  });

  it('does not see what stands at places that do not count, not even -Infinity', () => {
    const logits = tensor(
      [
        [1, 2, 3],
        [Number.NEGATIVE_INFINITY, 0, 0],
      ],
      { requiresGrad: true },
    );
    const loss = crossEntropy(logits, [0, IGNORED]);
    expectClose(loss.detach(), crossEntropy(tensor([1, 2, 3]), 0), 0);
    expect(grad(loss, [logits])[0].select(0, 1).toArray()).toEqual([0, 0, 0]);
  });

  it('has no mean when nothing counts; its sum is 0, with a gradient of 0', () => {
    const logits = zeros([2, 3], { requiresGrad: true });
    const nothing = [IGNORED, IGNORED];
    expect(() => crossEntropy(logits, nothing)).toThrow('crossEntropy: none of the targets [2] counts');
    expect(() => crossEntropy(logits, [0, 0], { weight: tensor([0, 1, 1]) })).toThrow(RangeError);
    const total = crossEntropy(logits, nothing, { reduction: 'sum' });
    expect(total.item()).toBe(0);
    expect(grad(total, [logits])[0].abs().sum().item()).toBe(0);
  });

  it('names a target that is no class, and its place', () => {
    expect(() =>
      crossEntropy(zeros([2, 3, 2]), [
        [0, 1],
        [3, 0],
      ]),
    ).toThrow(
      'crossEntropy: there is no class 3, which stands at [1, 0].\n  Targets are whole numbers from 0 to 2, or -100 for places that do not count.',
    );
    expect(() => crossEntropy(zeros([2, 3]), tensor([1, 0.5]))).toThrow('there is no class 0.5');
    expect(() => crossEntropy(zeros([2, 3]), [-1, 0], { ignoreIndex: -2 })).toThrow('there is no class -1');
  });

  it('names shapes that do not fit', () => {
    expect(() => crossEntropy(zeros([2, 3]), [0, 1, 2])).toThrow(
      'crossEntropy: targets are [3], logits are [2, 3].\n  Targets [2] would fit',
    );
    expect(() =>
      crossEntropy(zeros([2, 4, 3]), [
        [0, 1, 2, 0],
        [0, 0, 0, 0],
      ]),
    ).toThrow('Targets [2, 3] would');
    expect(() => crossEntropy(tensor(3), 0)).toThrow('the logits are []');
    expect(() => crossEntropy(zeros([2, 3]), [0, 1], { weight: zeros([2]) })).toThrow('weight is [2], there');
    expect(() => crossEntropy(zeros([2, 3]), [0, 1], { labelSmoothing: 1.1 })).toThrow(
      'labelSmoothing is 1.1',
    );
  });

  it('stays float32', () => {
    const logits = zeros([2, 3], { dtype: 'float32' });
    const single = tensor([1, 2, 3], { dtype: 'float32' });
    expect(crossEntropy(logits, [0, 1], { weight: single, labelSmoothing: 0.1 }).dtype).toBe('float32');
  });
});

describe('nllLoss', () => {
  it('of log-probabilities is the cross entropy of the logits', () =>
    fc.assert(
      fc.property(batches, ({ logits, targets, labelSmoothing: _, ...rest }) => {
        const options = { ...rest, reduction: 'sum' } as const;
        const x = tensor(logits);
        expectClose(nllLoss(logSoftmax(x, 1), targets, options), crossEntropy(x, targets, options), 0);
      }),
    ));
});

describe('CrossEntropyLoss', () => {
  it('is crossEntropy with its options, and has no parameters', () => {
    const [logits, options] = [randn([2, 3], rng), { weight, labelSmoothing: 0.1 }];
    const loss = new CrossEntropyLoss(options);
    expectClose(loss.forward(logits, [0, 2]), crossEntropy(logits, [0, 2], options), 0);
    expect(loss.parameters()).toEqual([]);
  });
});
