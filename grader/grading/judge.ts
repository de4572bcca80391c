import type { Exercise } from '../model/exercise.ts';
import type { Clock } from './clock.ts';
import type { Prepared } from './prepare.ts';
import { type Brevity, runChecks, type Verdicts } from './run-checks.ts';

/** The seed of a part of an exercise. */
export type SeedOf = (exercise: Exercise, part: string) => number;

/**
 * The verdicts on every exercise.
 *
 * All visible checks run before the first hidden one: what a guest says about a visible check is shown to the
 * student, and so it is said before the guest has seen a hidden input.
 */
export async function judge(
  prepared: Prepared[],
  seedOf: SeedOf,
  clock: Clock,
  options?: Brevity,
): Promise<Verdicts[]> {
  const all = prepared.map((one) => ({ one, verdicts: new Map() as Verdicts }));
  for (const visibility of ['visible', 'hidden'] as const) {
    for (const { one, verdicts } of all) {
      const { exercise } = one;
      await clock.time(exercise.id, () =>
        runChecks(one, visibility, verdicts, ({ id }) => seedOf(exercise, id), options),
      );
    }
  }
  return all.map(({ verdicts }) => verdicts);
}
