import type { Plain } from '../model/plain.ts';
import type { Outcome } from '../model/subject.ts';
import type { Counterexample, Verdict } from '../model/verdict.ts';
import type { Difference } from './compare.ts';
import { show } from './show.ts';

export type GradientRow = NonNullable<Counterexample['gradient']>[number];

/** What is wrong with one input, before it is known to be the smallest. */
export type Finding =
  | { kind: 'failed'; why: string; difference?: Difference; gradient?: GradientRow[] }
  | Exclude<Outcome, { kind: 'answer' }>
  /** The reference itself cannot be judged here, so nobody is. */
  | { kind: 'unjudged'; why: string };

/** A verdict for each input, in order; null means that the input is fine. Shorter when the guest ended. */
export type Judge<Inputs> = (batch: Inputs[]) => Promise<(Finding | null)[]>;

export function fromDifference(difference: Difference | null): Finding | null {
  return difference && { kind: 'failed', why: difference.why, difference };
}

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
      return { kind: 'timeout', ms: finding.ms, counterexample };
    case 'unjudged':
      return { kind: 'inconclusive', why: finding.why };
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
