import { sameToTheBit } from '../checks/same-outcome.ts';
import { show } from '../checks/show.ts';
import type { Check } from '../model/exercise.ts';
import type { ExerciseLimits, ScopeLimits } from '../model/limits.ts';
import type { Plain } from '../model/plain.ts';
import type { Visibility } from '../model/report.ts';
import type { Outcome, Subject, VjpInput } from '../model/subject.ts';
import type { Verdict } from '../model/verdict.ts';
import type { Session } from '../sandbox/index.ts';
import { houseOf } from './house.ts';
import type { SeedOf } from './judge.ts';
import type { Prepared } from './prepare.ts';
import { UNSTEADY } from './redact.ts';
import type { Verdicts } from './run-checks.ts';
import { sample } from './sample.ts';
import type { Asked } from './transcript.ts';

/** A call that came out differently when it was made again. */
interface Difference {
  asked: Asked;
  again: Outcome;
}

/** How often a function is called: the hidden checks look for who counts calls, too. */
const AT_MOST: Record<Visibility, number> = { visible: 16, hidden: 64 };

/** Asking again may use this share of what an exercise may use; of what is left undone nothing is said. */
const SHARE = 0.1;

/**
 * Makes some calls again of the checks that passed, in a fresh guest and in another order. What a function answers is a
 * matter of its arguments alone, to the bit: where it came out differently, every check fails that passed by it.
 *
 * Those of visible checks come before any of hidden ones, here as when they were made first: an answer that is shown is
 * given before a hidden input is seen.
 */
export async function replay(
  prepared: Prepared[],
  verdicts: Verdicts[],
  session: Session,
  seedOf: SeedOf,
): Promise<void> {
  const found = prepared.map(() => [] as Difference[]);
  for (const visibility of ['visible', 'hidden'] as const) {
    for (const [i, one] of prepared.entries())
      found[i]!.push(...(await differencesOf(one, visibility, session, seedOf(one.exercise, 'replay'))));
  }
  for (const [i, one] of prepared.entries()) failUnsteady(one, verdicts[i]!, found[i]!);
}

async function differencesOf(
  prepared: Prepared,
  visibility: Visibility,
  session: Session,
  seed: number,
): Promise<Difference[]> {
  if ('verdict' in prepared) return [];
  const { exercise, modules, transcript } = prepared;
  const checks = [...transcript.passed].filter(([check]) => check.visibility === visibility);
  const lists = sample(
    checks.map(([, calls]) => calls),
    AT_MOST[visibility],
    seed,
  );
  const house = { ...houseOf(exercise), limits: shareOf(exercise.limits) };
  return askAgain(lists, session.subject(modules, house));
}

async function askAgain(lists: Asked[][], subject: Subject): Promise<Difference[]> {
  const differences: Difference[] = [];
  for (const list of lists) {
    for (const [i, again] of (await put(list, subject)).entries()) {
      // who is slow, and in time only nearly, is no proof of anything
      if (again.kind === 'timeout') return differences;
      if (!sameToTheBit(list[i]!.outcome, again)) differences.push({ asked: list[i]!, again });
    }
  }
  return differences;
}

/** All of a list ask for one function in one manner. */
function put(list: Asked[], subject: Subject): Promise<Outcome[]> {
  const { how, name } = list[0]!;
  const inputs = list.map(({ input }) => input);
  if (how === 'vjp') return subject.vjp(name, inputs as VjpInput[]);
  return subject.call(name, inputs as Plain[][], { after: how === 'after' });
}

function shareOf({ call, exercise }: ExerciseLimits): ExerciseLimits {
  const share = Object.entries(exercise).map(([what, limit]) => [what, SHARE * limit]);
  return { call, exercise: Object.fromEntries(share) as ScopeLimits };
}

function failUnsteady(prepared: Prepared, verdicts: Verdicts, differences: Difference[]): void {
  if ('verdict' in prepared) return;
  for (const [check, calls] of prepared.transcript.passed) {
    const names = new Set(calls.map(({ name }) => name));
    const concerned = differences.filter(({ asked }) => names.has(asked.name));
    if (concerned.length > 0) verdicts.set(check, unsteady(check, calls, concerned));
  }
}

/** With the smallest call of the check itself that shows it; a hidden one tells none. */
function unsteady(check: Check, calls: Asked[], differences: Difference[]): Verdict {
  const [smallest] = differences
    .filter(({ asked }) => check.visibility === 'visible' && calls.includes(asked))
    .map(told)
    .sort((a, b) => a.length - b.length);
  return { kind: 'failed', why: smallest === undefined ? UNSTEADY : `${smallest}: ${UNSTEADY}` };
}

function told({ asked: { how, name, input, outcome }, again }: Difference): string {
  const args = how === 'vjp' ? input.args : input;
  const call = `${how === 'vjp' ? 'the gradient of ' : ''}${name}(${args.map(show).join(', ')})`;
  return `${call} gave ${cameTo(outcome)} at first and ${cameTo(again)} when it was asked again after other calls`;
}

function cameTo(outcome: Outcome): string {
  if (outcome.kind === 'answer') return show(outcome.value);
  return outcome.kind === 'threw' ? `the error ${outcome.error}` : `no answer (${outcome.kind})`;
}
