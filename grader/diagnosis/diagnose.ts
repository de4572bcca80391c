import type { Misconception } from '../model/exercise.ts';
import type { Diagnosis } from '../model/report.ts';
import type { Subject } from '../model/subject.ts';
import { Agreement } from './agreement.ts';
import type { Message } from './recorder.ts';

/** Who answers as somebody with this misconception would. */
export type VariantOf = (misconception: Misconception) => Promise<Subject>;

/** A misconception is named only when it explains at least so many answers that the solution does not give. */
const ENOUGH = 3;

/** Messages that one mistake may explain, and how many of their answers are wrong. */
interface Scope {
  messages: Message[];
  wrong: number;
}

/**
 * Looks for the one misconception that answers as the submission does, on every input, where the solution does not.
 *
 * First all functions with wrong answers are looked at together, then each alone, then each check alone, in the order
 * of the checks: who made two mistakes hears of the first. One check is evidence only where nothing was thrown: many
 * mistakes throw alike. When none fits, or two fit equally well, nothing is said.
 */
export async function diagnose(
  messages: Message[],
  misconceptions: Misconception[],
  reference: Subject,
  variantOf: VariantOf,
): Promise<Diagnosis | undefined> {
  const solution = new Agreement(async () => reference);
  const wrong = new Map<Message, number>();
  for (const message of messages)
    wrong.set(message, (await solution.on(message)).filter((agrees) => !agrees).length);
  const variants = misconceptions.map((misconception) => ({
    misconception,
    agreement: new Agreement(() => variantOf(misconception)),
  }));
  for (const scope of scopesOf(wrong)) {
    const matches: Misconception[] = [];
    for (const { misconception, agreement } of variants) {
      if (await agreement.onAll(scope.messages)) matches.push(misconception);
    }
    if (matches.length === 1) return diagnosisOf(matches[0]!, scope);
  }
  return undefined;
}

/** What all wrong functions were asked, what each of them was, what each check with wrong answers asked of them. */
function scopesOf(wrong: Map<Message, number>): Scope[] {
  const bad = [...wrong].filter(([, count]) => count > 0).map(([message]) => message);
  const names = [...new Set(bad.map(({ name }) => name))];
  const checks = [...new Set(bad.map(({ check }) => check))];
  const suspects = [...wrong.keys()].filter(({ name }) => names.includes(name));
  const scopes = [
    suspects,
    ...names.map((one) => suspects.filter(({ name }) => name === one)),
    ...checks
      .map((one) => suspects.filter(({ check }) => check === one))
      .filter((some) => some.every(hasOnlyAnswers)),
  ];
  return scopes
    .map((messages) => ({ messages, wrong: sum(messages.map((message) => wrong.get(message)!)) }))
    .filter((scope) => scope.wrong >= ENOUGH && scope.messages.every(isAnswered));
}

function hasOnlyAnswers({ outcomes }: Message): boolean {
  return outcomes.every(({ kind }) => kind === 'answer');
}

/** Who hangs, or has not written the function, agrees with nobody. */
function isAnswered({ outcomes }: Message): boolean {
  return outcomes.every(({ kind }) => kind === 'answer' || kind === 'threw');
}

function diagnosisOf({ name, explanation }: Misconception, { messages, wrong }: Scope): Diagnosis {
  const asked = sum(messages.map(({ outcomes }) => outcomes.length));
  const evidence =
    `Your results agree with “${name}” on ${asked} of ${asked} inputs ` +
    `and with the correct solution on ${asked - wrong}.`;
  return { misconception: name, explanation, evidence };
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}
