import { expect, it } from 'vitest';
import { arange, grad } from '#autograd';
import { stepsOf } from './steps.ts';

it('cuts rows into steps of the given sizes, and brings their gradients back', () => {
  const x = arange(8).mul(1);
  x.requiresGrad = true;
  const steps = stepsOf(x, [3, 2, 2, 1]);
  expect(steps.map((step) => step.toArray())).toEqual([[0, 1, 2], [3, 4], [5, 6], [7]]);
  expect(grad(steps[1].mul(10).sum().add(steps[3].sum()), [x])[0].toArray()).toEqual([
    0, 0, 0, 10, 10, 0, 0, 1,
  ]);
  expect(stepsOf(x, [])).toEqual([]);
});
