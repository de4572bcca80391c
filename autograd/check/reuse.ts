import { backward } from '../tensor/backward.ts';
import { zerosLike } from '../tensor/create.ts';
import { sameShape } from '../tensor/shape.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { distance, largest } from './distance.ts';
import { noticed } from './explain.ts';
import type { Doubt } from './result.ts';
import { run, runOn } from './run.ts';
import { slopesDiffer } from './slopes-differ.ts';
import { isTrial, precisionOf, type Subject, type Trial, trialOf } from './trial.ts';

/** Whether a second backward into the same leaves adds to the first: both together give twice the gradient. */
export function doesNotAddUp(trial: Trial): Doubt | null {
  const { f, inputs, cotangents, gradients, options } = trial;
  const { leaves } = run(() => [], inputs);
  for (let twice = 0; twice < 2; twice++) backwardInto(runOn(f, leaves).outputs, cotangents);
  const off = distance(
    gradients,
    leaves.map((x) => x.grad ?? zerosLike(x)),
    2,
  );
  const allowed = 64 * precisionOf(trial).ulp * largest(gradients) + 2 * (options.nondetTol ?? 0);
  const found = `two backwards into the same leaves differ from twice the gradient by ${off}`;
  return off > allowed ? noticed('fail', 'wrong', found) : null;
}

/** The inputs of which no gradient arrives at all; every one when a result is cut from the graph. */
export function unreached({ f, inputs, cotangents }: Trial): boolean[] {
  const { leaves, outputs } = run(f, inputs);
  backwardInto(outputs, cotangents);
  const cut = outputs.some((y) => !y.requiresGrad);
  return leaves.map((x) => cut || x.grad === null);
}

function backwardInto(outputs: readonly Tensor[], cotangents: readonly Tensor[]): void {
  outputs.forEach((y, k) => {
    if (y.requiresGrad) backward(y, cotangents[k]);
  });
}

const MOST_PAIRS = 6;

/**
 * Whether f(x, x) has a wrong gradient where f(a, b) has a right one: for two inputs of one shape. That |a - b| has no
 * slope there is no fault.
 */
export function wrongWhenRepeated(trial: Trial): Doubt | null {
  for (const [i, j] of pairsOf(trial.inputs).slice(0, MOST_PAIRS)) {
    const found = doubtOf(withRepeated(trial, i, j));
    if (found?.verdict !== 'fail' || found.reason !== 'wrong') continue;
    const [first, second] = [i, j].map((k) => trial.places[k]);
    return {
      ...found,
      message: `when input ${second} is the same tensor as input ${first}, ${found.message}`,
    };
  }
  return null;
}

/** f may take no equal inputs: then nothing was found. */
function doubtOf(subject: Subject): Doubt | null {
  try {
    const trial = trialOf(subject);
    return isTrial(trial) ? slopesDiffer(trial) : trial;
  } catch {
    return null;
  }
}

function withRepeated(trial: Trial, i: number, j: number): Subject {
  const without = <T>(all: readonly T[]) => all.filter((_, k) => k !== j);
  return {
    ...trial,
    f: (...xs) => trial.f(...xs.slice(0, j), xs[i], ...xs.slice(j)),
    inputs: without(trial.inputs),
    places: without(trial.places),
  };
}

function pairsOf(inputs: readonly Tensor[]): [number, number][] {
  const alike = (a: Tensor, b: Tensor) => a.size > 0 && a.dtype === b.dtype && sameShape(a.shape, b.shape);
  return inputs.flatMap((a, i) =>
    inputs.flatMap((b, j): [number, number][] => (i < j && alike(a, b) ? [[i, j]] : [])),
  );
}
