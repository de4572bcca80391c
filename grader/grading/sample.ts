import { shuffled } from './shuffled.ts';
import type { Asked } from './transcript.ts';

/** So many calls of a function are chosen from each check, */
const OF_A_CHECK = 12;
/** and made until it was called twice as often as the first time: who counts calls is at the beginning again. */
const AS_OFTEN = 2;
/** What a course calls only so many times is slow, and is called once. */
const FEW = 8;

/**
 * From the calls of each check some to make again, in another order: lists of one function each, by turns.
 *
 * @param atMost how often a function is called, if that makes one round
 * @param seed decides which calls, and the order
 */
export function sample(checks: Asked[][], atMost: number, seed: number): Asked[][] {
  const lists = [...byFunction(checks).values()].flatMap((calls) => halves(rounds(calls, atMost, seed)));
  return shuffled(lists, seed);
}

/** By function and manner of asking, the calls of each check. */
function byFunction(checks: Asked[][]): Map<string, Asked[][]> {
  const functions = new Map<string, Asked[][]>();
  for (const calls of checks) {
    for (const key of new Set(calls.map(keyOf))) {
      const own = calls.filter((call) => keyOf(call) === key);
      functions.set(key, [...(functions.get(key) ?? []), own]);
    }
  }
  return functions;
}

function keyOf({ how, name }: Asked): string {
  return `${how} ${name}`;
}

/** Calls of one function, in an order that is new in each round. */
function rounds(checks: Asked[][], atMost: number, seed: number): Asked[] {
  const some = checks.flatMap((calls, i) => shuffled(calls, `${seed} ${i}`).slice(0, OF_A_CHECK));
  const before = checks.flat().length;
  const count = before > FEW ? Math.max(some.length, Math.min(atMost, AS_OFTEN * before)) : 1;
  const all = Array.from({ length: Math.ceil(count / some.length) }, (_, round) =>
    shuffled(some, `${seed} round ${round}`),
  );
  return all.flat().slice(0, count);
}

function halves<T>(list: T[]): T[][] {
  const middle = Math.ceil(list.length / 2);
  return [list.slice(0, middle), list.slice(middle)].filter(({ length }) => length > 0);
}
