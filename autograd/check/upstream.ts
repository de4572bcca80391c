import { Tensor } from '../tensor/tensor.ts';
import { distance, largest } from './distance.ts';
import { noticed } from './explain.ts';
import type { Doubt } from './result.ts';
import { run } from './run.ts';
import { gradientsOf, precisionOf, type Trial } from './trial.ts';

/** Large enough to show clipping, a power of two so that nothing is rounded. */
const FACTOR = -1024;

/** Whether the gradient is in proportion to what comes from above: vjp(0) = 0, vjp(-1024 c) = -1024 vjp(c). */
export function ignoresUpstream(trial: Trial): Doubt | null {
  const scale = largest(trial.gradients);
  if (!Number.isFinite(scale)) return null;
  const allowed = 16 * precisionOf(trial).ulp * scale + (trial.options.nondetTol ?? 0);
  const atZero = offBy(trial, 0);
  if (atZero > allowed)
    return noticed('fail', 'ignores upstream', `with an upstream gradient of 0 the backward gives ${atZero}`);
  const found = `with ${FACTOR} times the upstream gradient the backward gives something else than ${FACTOR} times the gradient`;
  return offBy(trial, FACTOR) > Math.abs(FACTOR) * allowed
    ? noticed('fail', 'ignores upstream', found)
    : null;
}

function offBy({ f, inputs, cotangents, gradients }: Trial, factor: number): number {
  const others = gradientsOf(
    run(f, inputs),
    cotangents.map((c) => scaled(c, factor)),
  );
  return Array.isArray(others) ? distance(gradients, others, factor) : Number.POSITIVE_INFINITY;
}

function scaled(x: Tensor, factor: number): Tensor {
  return new Tensor(
    x.storage.map((value) => value * factor),
    x.shape,
  );
}
