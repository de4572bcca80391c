import { expect, it } from 'vitest';
import { epochLine } from '#autograd/train';

it('an epoch in a line tells of the validation, if there is one, and whether it is the best', () => {
  const epoch = { epoch: 0, steps: 10, loss: 1.25, gradNorm: { median: 0.5, largest: 2 } };
  expect(epochLine({ ...epoch, validation: { value: 1.5, best: true } })).toBe(
    'epoch 1: loss 1.250, held out 1.500 (best), gradient 0.5000, at most 2.000',
  );
  expect(epochLine({ ...epoch, validation: { value: 1.5, best: false } })).toBe(
    'epoch 1: loss 1.250, held out 1.500, gradient 0.5000, at most 2.000',
  );
});
