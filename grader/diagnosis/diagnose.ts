import { sameOutcome } from '../checks/same-outcome.ts';
import type { Misconception } from '../model/exercise.ts';
import type { Diagnosis } from '../model/report.ts';
import type { Subject } from '../model/subject.ts';
import type { RecordedCall } from './recorder.ts';
import { replay } from './replay.ts';

/** Who answers as somebody with this misconception would. */
export type VariantOf = (misconception: Misconception) => Promise<Subject>;

/** A misconception is named only when it explains at least so many answers that the solution does not. */
const ENOUGH = 3;

interface Replayed {
  calls: RecordedCall[];
  /** By call: whether the solution gives the submission's answer. */
  correct: boolean[];
  /** By misconception, then by call: whether it gives the submission's answer. */
  agreement: Map<Misconception, boolean[]>;
}

/**
 * Looks for the one misconception that answers as the submission does, on every input, where the solution does not.
 *
 * First all functions with wrong answers are looked at together, then each alone, in the order of the checks: who
 * made two mistakes hears of the first. When none fits, or two fit equally well, nothing is said.
 */
export async function diagnose(
  calls: RecordedCall[],
  misconceptions: Misconception[],
  reference: Subject,
  variantOf: VariantOf,
): Promise<Diagnosis | undefined> {
  const correct = await agreementWith(reference, calls);
  const wrong = calls.filter((_, i) => !correct[i]).map(({ name }) => name);
  if (wrong.length < ENOUGH) return undefined;
  const agreement = new Map<Misconception, boolean[]>();
  for (const misconception of misconceptions)
    agreement.set(misconception, await agreementWith(await variantOf(misconception), calls));
  for (const scope of scopesOf([...new Set(wrong)])) {
    const diagnosis = onlyMatch({ calls, correct, agreement }, scope);
    if (diagnosis) return diagnosis;
  }
  return undefined;
}

function scopesOf(functions: string[]): string[][] {
  return functions.length === 1 ? [functions] : [functions, ...functions.map((name) => [name])];
}

/** By call: whether somebody else gives the submission's answer. */
async function agreementWith(subject: Subject, calls: RecordedCall[]): Promise<boolean[]> {
  const answers = await replay(calls, subject);
  return calls.map(({ outcome }, i) => sameOutcome(outcome, answers[i]));
}

function onlyMatch({ calls, correct, agreement }: Replayed, scope: string[]): Diagnosis | undefined {
  const places = calls.flatMap(({ name }, i) => (scope.includes(name) ? [i] : []));
  const explained = places.filter((i) => !correct[i]).length;
  if (explained < ENOUGH) return undefined;
  const matches = [...agreement].filter(([, agrees]) => places.every((i) => agrees[i]));
  if (matches.length !== 1) return undefined;
  const { name, explanation } = matches[0]![0];
  const evidence =
    `Your results agree with “${name}” on ${places.length} of ${places.length} inputs ` +
    `and with the correct solution on ${places.length - explained}.`;
  return { misconception: name, explanation, evidence };
}
