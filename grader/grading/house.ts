import type { Exercise } from '../model/exercise.ts';
import type { House } from '../sandbox/index.ts';

/** Where the code of an exercise lives, whoever wrote it. */
export function houseOf({ id, policy, limits }: Exercise): House {
  return { realm: id, forbidden: policy.forbidden, limits };
}
