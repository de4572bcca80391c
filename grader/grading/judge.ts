import type { Exercise } from '../model/exercise.ts';
import type { Session } from '../sandbox/index.ts';
import type { Clock } from './clock.ts';
import type { Prepared } from './prepare.ts';
import { type Difference, failUnsteady, replay } from './replay.ts';
import { runChecks, type Verdicts } from './run-checks.ts';

/** The seed of a part of an exercise. */
export type SeedOf = (exercise: Exercise, part: string) => number;

/**
 * The verdicts on every exercise. While the checks of one run, calls of those that have passed are made again in a
 * second guest.
 *
 * All visible checks run before the first hidden one: what a guest says about a visible check is shown to the
 * student, and so it is said before the guest has seen a hidden input.
 */
export async function judge(
  prepared: Prepared[],
  second: Session,
  seedOf: SeedOf,
  clock: Clock,
): Promise<Verdicts[]> {
  const all = prepared.map((one) => ({ one, verdicts: new Map() as Verdicts, found: [] as Difference[] }));
  let replays = Promise.resolve();
  for (const visibility of ['visible', 'hidden'] as const) {
    for (const { one, verdicts, found } of all) {
      const { exercise } = one;
      await clock.time(exercise.id, () =>
        runChecks(one, visibility, verdicts, ({ id }) => seedOf(exercise, id)),
      );
      replays = replays.then(async () => {
        found.push(...(await replay(one, visibility, second, seedOf(exercise, 'replay'))));
      });
      replays.catch(() => {}); // it is heard in the end
    }
  }
  await clock.time('replay', () => replays);
  for (const { one, verdicts, found } of all) failUnsteady(one, verdicts, found);
  return all.map(({ verdicts }) => verdicts);
}
