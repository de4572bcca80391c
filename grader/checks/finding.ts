import type { CheckContext } from '../model/exercise.ts';
import type { Plain } from '../model/plain.ts';
import type { Outcome } from '../model/subject.ts';
import type { Counterexample, Verdict } from '../model/verdict.ts';
import type { Difference } from './difference.ts';
import { show } from './show.ts';

export type GradientRow = NonNullable<Counterexample['gradient']>[number];

/** What is wrong with one input, before it is known to be the smallest. */
export type Finding =
  | { kind: 'failed'; why: string; difference?: Difference; gradient?: GradientRow[] }
  | Exclude<Outcome, { kind: 'answer' }>;

/**
 * What is wrong with each input, in order: null where it is fine, undefined where the guest had ended before.
 *
 * The subject of the context is the one to ask. An exception is a fault of the exercise, never of the subject.
 */
export type Judge = (batch: Plain[][], context: CheckContext) => Promise<(Finding | null | undefined)[]>;

export function fromDifference(difference: Difference | null): Finding | null {
  return difference && { kind: 'failed', why: difference.why, difference };
}

/** The verdict on a guest that ended, without saying how, before it had answered everything. */
export const FELL_SILENT = { kind: 'crashed', how: 'it stopped answering' } as const;

/** The finding, told with the input that shows it. */
export function toVerdict(
  finding: Finding,
  names: string[],
  inputs: Plain[],
  replay: Counterexample['replay'],
): Verdict {
  const counterexample = {
    inputs: inputs.map((value, i) => ({ name: names[i] ?? `input ${i + 1}`, value: show(value) })),
    replay,
  };
  switch (finding.kind) {
    case 'failed':
      return {
        kind: 'failed',
        why: finding.why,
        counterexample: { ...counterexample, ...evidence(finding) },
      };
    case 'threw':
      return { kind: 'threw', error: finding.error, message: finding.message, counterexample };
    case 'timeout':
      return finding.of ? finding : { ...finding, counterexample };
    default:
      return finding;
  }
}

function evidence({ difference, gradient }: Finding & { kind: 'failed' }): Partial<Counterexample> {
  if (gradient) return { gradient };
  if (!difference) return {};
  const { at, got, expected, relativeError } = difference;
  return { got, expected, ...(at !== '' && { at }), ...(relativeError !== undefined && { relativeError }) };
}
