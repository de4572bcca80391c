import type { Figures } from './figures.ts';
import type { ExerciseAudit } from './result.ts';

/** What a grader may do wrong at most, in percent. */
const LIMITS = { named: 95, fraud: 20, survivors: 0.5, equivalent: 5 };

/** What is not as it must be, with the submission that shows it. */
export function complaintsAbout(audit: ExerciseAudit): string[] {
  const { seeds, right, mistakes, undeserved, frauds, mutants } = audit;
  const rightWork = right.flatMap(({ name, losses }) =>
    losses.slice(0, 3).map(({ seed, checks, accused }) => {
      const as = accused === undefined ? '' : `, and is accused of “${accused}”`;
      return `${name} is right and loses ${checks.join(', ')} on seed ${seed}${as}`;
    }),
  );
  const wrongWork = mistakes.flatMap(({ id, caught, named, misnamed }) => [
    ...(caught < seeds ? [`the mistake ${id} loses points on ${caught} of ${seeds} seeds`] : []),
    ...(100 * named < LIMITS.named * seeds
      ? [`the mistake ${id} is named on ${named} of ${seeds} seeds`]
      : []),
    ...[...new Set(misnamed)].map((other) => `the mistake ${id} is called “${other}”`),
  ]);
  const gifts = [
    ...undeserved.map(({ written, checks }) => `a stub with ${written} written earns ${checks.join(', ')}`),
    ...Object.entries(frauds)
      .filter(([, share]) => share > LIMITS.fraud)
      .map(([name, share]) => `${name} earn ${share} % of the points`),
  ];
  return [...rightWork, ...wrongWork, ...gifts, ...aboutMutants(mutants)];
}

function aboutMutants({ total, equivalent, survivors, faults }: ExerciseAudit['mutants']): string[] {
  const tooMany = 100 * survivors.length > LIMITS.survivors * (total - equivalent);
  return [
    ...(tooMany ? survivors.map((name) => `a mutant loses nothing: ${name}`) : []),
    ...(100 * equivalent > LIMITS.equivalent * total
      ? [`${equivalent} of ${total} mutants are said to be equivalent, more than ${LIMITS.equivalent} %`]
      : []),
    ...faults.map((fault) => `equivalents.ts: ${fault}`),
  ];
}

/** Where a number has become worse than what is recorded. */
export function worseThan(recorded: Figures, now: Figures): string[] {
  const caughtOf = ({ mutants, equivalent, survivors }: Figures) => 1 - survivors / (mutants - equivalent);
  return [
    ...(now.misconceptions < recorded.misconceptions ? ['fewer misconceptions than recorded'] : []),
    ...(now.named < recorded.named
      ? [`named on ${now.named} % of the seeds, recorded ${recorded.named} %`]
      : []),
    ...(caughtOf(now) < caughtOf(recorded) ? ['a smaller share of the mutants is caught than recorded'] : []),
    ...(now.right < recorded.right ? ['fewer right submissions than recorded'] : []),
  ];
}
