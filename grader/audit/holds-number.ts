import { Tensor } from '#autograd';
import type { Plain } from '../model/plain.ts';
import type { Outcome } from '../model/subject.ts';

/** Whether there is a number anywhere in an answer. */
export function holdsNumber(outcome: Outcome): boolean {
  return outcome.kind === 'answer' && hasNumber(outcome.value);
}

function hasNumber(value: Plain): boolean {
  if (value instanceof Tensor) return value.data.length > 0;
  if (Array.isArray(value)) return value.some(hasNumber);
  return typeof value === 'object' && value !== null
    ? Object.values(value).some(hasNumber)
    : typeof value === 'number';
}
