import { Tensor } from '#autograd';
import type { Plain } from '../model/plain.ts';

/** What a value is, in the words of a message: `a list`, `a number`, `null`. */
export function kindOf(value: Plain): string {
  if (value === null || value === undefined) return `${value}`;
  if (Array.isArray(value)) return 'a list';
  if (value instanceof Tensor) return 'a tensor';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

export function isRecord(value: Plain): value is Record<string, Plain> {
  return kindOf(value) === 'an object';
}
