import type { CheckReport, ExerciseReport } from '../model/report.ts';
import type { Verdict } from '../model/verdict.ts';

/** How the checks of an exercise are told: failures get the room, the rest a line each. */
export interface Outline {
  /** The one reason for which no check of the exercise could be asked: said once. */
  shared: Verdict | null;
  /** Each told at length. */
  told: CheckReport[];
  /** A line each. */
  brief: CheckReport[];
}

export function outline({ checks }: ExerciseReport): Outline {
  const notable = checks.filter(({ verdict }) => verdict.kind !== 'passed' && verdict.kind !== 'skipped');
  const asked = checks.filter(({ verdict }) => verdict.kind !== 'skipped');
  const shared = sharedVerdict(asked.map(({ verdict }) => verdict));
  const told = shared ? [] : notable;
  return { shared, told, brief: checks.filter((check) => !told.includes(check)) };
}

/** Where the whole file is missing or refused, every check has the same verdict. */
function sharedVerdict([first, ...rest]: Verdict[]): Verdict | null {
  if (!first || !concernsTheFile(first)) return null;
  const same = JSON.stringify(first);
  return rest.every((verdict) => JSON.stringify(verdict) === same) ? first : null;
}

const concernsTheFile = ({ kind }: Verdict) =>
  kind === 'not-implemented' || kind === 'invalid-submission' || kind === 'forbidden';
