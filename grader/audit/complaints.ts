import { FRAUDS, type Fraud } from './fraud-texts.ts';
import type { Loot } from './frauds.ts';
import type { Mistake } from './mistakes.ts';
import type { ExerciseAudit, MutantsAudit } from './result.ts';
import type { RightWork } from './right-work.ts';

/** What a grader may do wrong at most, in percent. */
const UNNAMED = 5;
const EQUIVALENT = 5;
/** What a submission may earn that computes nothing: checks that it does not violate, and the worked examples. */
const EARNED: Record<Fraud, number> = { constants: 10, nan: 10, 'lookup-table': 20 };

/** So many examples of a kind are told; the rest is in the JSON. */
const TOLD = 3;

/** What is not as it must be, with the submission that shows it. */
export function complaintsAbout(audit: ExerciseAudit): string[] {
  const { seeds, right, mistakes, undeserved, frauds, mutants } = audit;
  return [
    ...right.flatMap(aboutRightWork),
    ...mistakes.flatMap((mistake) => aboutMistake(mistake, seeds)),
    ...undeserved.map(({ written, checks }) => `a stub with ${written} written earns ${checks.join(', ')}`),
    ...FRAUDS.flatMap((fraud) => aboutFraud(fraud, frauds[fraud])),
    ...aboutMutants(mutants),
  ];
}

function aboutRightWork({ name, losses }: RightWork): string[] {
  return losses.slice(0, TOLD).map(({ seed, checks, accused }) => {
    const lost = checks.map(({ id, verdict }) => `${id} (${verdict})`).join(', ');
    const as = accused === undefined ? '' : `, and is accused of “${accused}”`;
    return `${name} is right and does not pass ${lost} on seed ${seed}${as}`;
  });
}

function aboutMistake({ id, caught, named, misnamed, faults }: Mistake, seeds: number): string[] {
  // one of two seeds says nothing of 5 %
  const unnamed = Math.max(seeds > 1 ? 1 : 0, Math.floor((UNNAMED / 100) * seeds));
  return [
    ...(caught < seeds ? [`the mistake ${id} loses points on ${caught} of ${seeds} seeds`] : []),
    ...(seeds - named > unnamed ? [`the mistake ${id} is named on ${named} of ${seeds} seeds`] : []),
    ...misnamed.map((other) => `the mistake ${id} is called “${other}”`),
    ...faults.slice(0, TOLD).map((fault) => `a check could not be run on the mistake ${id}: ${fault}`),
  ];
}

function aboutFraud(fraud: Fraud, { percent, checks }: Loot): string[] {
  const most = EARNED[fraud];
  return percent > most
    ? [`${fraud} earns ${percent} % of the points, not ${most}, by ${checks.join(', ')}`]
    : [];
}

function aboutMutants({ total, equivalent, survivors, faults }: MutantsAudit): string[] {
  return [
    ...survivors.map((name) => `a mutant loses nothing: ${name}`),
    ...(100 * equivalent > EQUIVALENT * total
      ? [`${equivalent} of ${total} mutants are said to be equivalent, more than ${EQUIVALENT} %`]
      : []),
    ...faults.map((fault) => `equivalents.ts: ${fault}`),
  ];
}
