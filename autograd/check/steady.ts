import { noGrad } from '../tensor/graph.ts';
import { Tensor } from '../tensor/tensor.ts';
import { distance } from './distance.ts';
import { noticed } from './explain.ts';
import { requireSameForm } from './line.ts';
import type { Doubt } from './result.ts';
import { run } from './run.ts';
import { tensorsIn } from './tensors-in.ts';
import { gradientsOf, type Trial } from './trial.ts';

const AGAIN = 3;

/** Whether f gives the same results every time. */
export function unsteadyForward(trial: Trial): Doubt | null {
  for (let again = 0; again < AGAIN; again++) {
    const off = resultsDiffer(trial, run(trial.f, trial.inputs).outputs);
    if (off > 0)
      return noticed('fail', 'nondeterministic', `a second forward gives results that differ by ${off}`);
  }
  return null;
}

/** Whether f gives the same results inside a graph and outside; gradients cannot be had outside of one. */
export function otherForwardInGraph(trial: Trial): Doubt | null {
  const plain = trial.order > 1 ? null : withoutGraph(trial);
  const off = plain === null ? 0 : resultsDiffer(trial, plain);
  return off > 0
    ? noticed('fail', 'wrong', `the forward gives other results inside a graph than outside, by ${off}`)
    : null;
}

/**
 * Whether the backward gives the same gradients every time, also when f ran elsewhere in between: what keeps its numbers
 * outside of the graph then gives those of the later run.
 */
export function unsteadyBackward({ f, inputs, options, cotangents, gradients }: Trial): Doubt | null {
  for (let again = 0; again < AGAIN; again++) {
    const here = run(f, inputs);
    run(f, inputs.map(elsewhere));
    const second = gradientsOf(here, cotangents);
    const off = Array.isArray(second) ? distance(gradients, second) : Number.POSITIVE_INFINITY;
    if (off > (options.nondetTol ?? 0))
      return noticed('fail', 'nondeterministic', `a second backward gives gradients that differ by ${off}`);
  }
  return null;
}

/** By how much more than is allowed. */
function resultsDiffer({ outputs, options }: Trial, others: readonly Tensor[]): number {
  requireSameForm(outputs, others);
  const off = distance(outputs, others);
  return off > (options.nondetTol ?? 0) ? off : 0;
}

/** A function that differentiates inside cannot run without a graph: nothing to compare then. */
function withoutGraph({ f, inputs }: Trial): Tensor[] | null {
  try {
    return noGrad(() => tensorsIn(f(...inputs.map((x) => new Tensor(x.storage.slice(), x.shape)))));
  } catch {
    return null;
  }
}

/** A point so near that f is defined there too. */
function elsewhere(x: Tensor): Tensor {
  return new Tensor(
    x.storage.map((value) => value * (1 + 2 ** -10)),
    x.shape,
  );
}
