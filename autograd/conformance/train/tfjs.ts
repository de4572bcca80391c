import type { NestedLike } from '#autograd';
import { type Case, failed, firstFailure, type Outcome } from '../case.ts';
import { within } from '../compare.ts';
import { compareNested } from '../named.ts';
import { forwards } from './tfjs/forward.ts';
import { type TrainingSpec, train } from './tfjs/training.ts';

type Numbers = Record<string, NestedLike>;

interface TfjsCase extends Case {
  kind: 'train' | 'forward';
  spec: TrainingSpec;
  /** What stands in the source. */
  expected: Numbers;
  recommended_atol: number;
  /** The same by PyTorch, to more digits. */
  recomputed_float64: Numbers;
}

/** What TensorFlow.js's recurrent layers give, and what becomes of them in a few steps of training. */
export function checkTfjs({ id, kind, spec, ...numbers }: TfjsCase): Outcome {
  const run = kind === 'train' ? train : forwards[id];
  if (!run) return failed('there is no program for it');
  const found = run(spec);
  return firstFailure([
    compareNested(found, numbers.expected, within(numbers.recommended_atol, 0)),
    compareNested(found, numbers.recomputed_float64, within(1e-9, 1e-9)),
  ]);
}
