import { expect, test } from 'vitest';
import { NOTHING_FOUND } from './audit-exercise.ts';
import { type ExerciseAudit, flipsOf, millisecondsOf } from './result.ts';

const audit: ExerciseAudit = { id: '98-made-up', seeds: 3, ...NOTHING_FOUND };
const lost = (seed: number, ...ids: string[]) => ({
  seed,
  checks: ids.map((id) => ({ id, verdict: 'failed' })),
});

test('a flip is a check that right work loses on some seeds and not on all', () => {
  const losses = [lost(1, 'always', 'once'), lost(2, 'always', 'twice'), lost(3, 'always', 'twice')];
  const steady = { name: 'right-steady.ts', losses: [], milliseconds: [] };
  const right = [{ name: 'the solution', losses, milliseconds: [] }, steady];
  expect(flipsOf({ ...audit, right })).toBe(2);
});

test('an exercise takes what the median of the seeds takes, on the solution', () => {
  const right = [{ name: 'the solution', losses: [], milliseconds: [90, 10, 30] }];
  expect(millisecondsOf({ ...audit, right })).toBe(30);
});
