import type { Outcome } from '../model/subject.ts';
import { compare } from './compare.ts';

/** Whether two answers to one question are the same: equal data, or errors of one class. Who never answers agrees with nobody. */
export function sameOutcome(a: Outcome | undefined, b: Outcome | undefined): boolean {
  if (a?.kind === 'answer' && b?.kind === 'answer') return compare(a.value, b.value) === null;
  if (a?.kind === 'threw' && b?.kind === 'threw')
    return a.rangeError === b.rangeError && (a.rangeError || a.error === b.error);
  return false;
}
