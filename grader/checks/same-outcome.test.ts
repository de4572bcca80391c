import { expect, it } from 'vitest';
import type { Outcome } from '../model/subject.ts';
import { sameOutcome } from './same-outcome.ts';

const threw = (error: string, message: string, rangeError = false): Outcome => ({
  kind: 'threw',
  error,
  message,
  rangeError,
});

it('equal data is the same outcome, NaN included', () => {
  expect(
    sameOutcome(
      { kind: 'answer', value: [Number.NaN, 1] },
      { kind: 'answer', value: [Number.NaN, 1 + 1e-9] },
    ),
  ).toBe(true);
  expect(sameOutcome({ kind: 'answer', value: [1] }, { kind: 'answer', value: [2] })).toBe(false);
});

it('errors are the same by their class, not by their words', () => {
  expect(sameOutcome(threw('TypeError', 'a'), threw('TypeError', 'b'))).toBe(true);
  expect(sameOutcome(threw('TypeError', 'a'), threw('Error', 'a'))).toBe(false);
  expect(sameOutcome(threw('RangeError', 'a', true), threw('RangeError', 'Maximum call stack', false))).toBe(
    false,
  );
});

it('who never answers agrees with nobody', () => {
  const timeout: Outcome = { kind: 'timeout', ms: 1 };
  expect([sameOutcome(timeout, timeout), sameOutcome(undefined, undefined)]).toEqual([false, false]);
  expect(sameOutcome({ kind: 'answer', value: 1 }, undefined)).toBe(false);
});
