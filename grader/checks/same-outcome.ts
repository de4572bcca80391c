import type { Outcome } from '../model/subject.ts';
import { compare } from './compare.ts';

/**
 * Whether a call came to the same twice, to the bit: equal data, arguments left alike, or errors of one class. NaN is the
 * same as NaN, and 0 is not -0.
 */
export function sameToTheBit(a: Outcome, b: Outcome): boolean {
  if (a.kind !== 'answer' || b.kind !== 'answer') return sameOutcome(a, b);
  const [one, other] = [
    [a.value, a.after],
    [b.value, b.after],
  ];
  return compare(one!, other!, Object.is) === null && compare(other!, one!, Object.is) === null;
}

/** Whether two answers to one question are the same: equal data, or errors of one class. Who never answers agrees with nobody. */
export function sameOutcome(a: Outcome | undefined, b: Outcome | undefined): boolean {
  if (a?.kind === 'answer' && b?.kind === 'answer') return compare(a.value, b.value) === null;
  if (a?.kind === 'threw' && b?.kind === 'threw')
    return a.rangeError === b.rangeError && (a.rangeError || a.error === b.error);
  return false;
}
