import type { Check, CheckContext } from '../model/exercise.ts';
import type { Visibility } from '../model/report.ts';
import type { Verdict } from '../model/verdict.ts';
import type { Prepared } from './prepare.ts';
import { redact } from './redact.ts';

/** After so many time-outs in one exercise its remaining checks are not tried: they would hang too. */
const MAX_TIMEOUTS = 3;

/** The verdicts of one exercise, by check. */
export type Verdicts = Map<Check, Verdict>;

/** A brief verdict holds no search for a smaller input that fails. */
export type Brevity = Pick<CheckContext, 'brief'>;

/** Runs the checks of one visibility, in their order; a hang inside one check costs that check. */
export async function runChecks(
  prepared: Prepared,
  visibility: Visibility,
  verdicts: Verdicts,
  seedOf: (check: Check) => number,
  options?: Brevity,
): Promise<void> {
  for (const check of prepared.exercise.checks) {
    if (check.visibility === visibility)
      verdicts.set(check, await verdictOn(check, prepared, verdicts, { seed: seedOf(check), ...options }));
  }
}

async function verdictOn(
  check: Check,
  prepared: Prepared,
  before: Verdicts,
  how: Pick<CheckContext, 'seed' | 'brief'>,
): Promise<Verdict> {
  if ('verdict' in prepared) return prepared.verdict;
  const timeouts = [...before.values()].filter(({ kind }) => kind === 'timeout').length;
  if (timeouts >= MAX_TIMEOUTS)
    return { kind: 'skipped', because: `${MAX_TIMEOUTS} checks before it ran into the time limit` };
  const { subject, transcript, exercise } = prepared;
  subject.begin(check.id);
  const verdict = await check.run({ subject, reference: exercise.reference, ...how }).catch(faultOfOurs);
  transcript.end(check, verdict.kind === 'passed');
  return check.visibility === 'hidden' ? redact(verdict, exercise.solution) : verdict;
}

function faultOfOurs(error: unknown): Verdict {
  return { kind: 'grader-error', message: error instanceof Error ? error.message : String(error) };
}
