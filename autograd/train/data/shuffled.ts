import { type Rng, randperm } from '#autograd';

/** The same items in random order, in a list of their own. */
export function shuffled<T>(items: readonly T[], rng: Rng): T[] {
  return Array.from(randperm(items.length, rng).storage, (i) => items[i]);
}
