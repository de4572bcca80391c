import { expect, test } from 'vitest';
import { evidenceOf } from './evidence.ts';
import type { Result } from './lane.ts';
import { openRange, type Range } from './range.ts';

const calm: Result = {
  outcome: { kind: 'unreadable', why: '' },
  said: '',
  neighbourChanged: false,
  debuggerOpened: false,
};

async function evidence(result: Result | undefined, during?: (range: Range) => unknown): Promise<string[]> {
  const range = await openRange();
  try {
    await during?.(range);
    return evidenceOf(result, range);
  } finally {
    range.close();
  }
}

test('nothing has happened', async () => {
  expect(await evidence(calm)).toEqual([]);
});

test('a grader that does not answer is one that ended or hung', async () => {
  expect(await evidence(undefined)).toEqual(['grader']);
});

test.for<[Partial<Result>, string]>([
  [{ neighbourChanged: true }, 'neighbour'],
  [{ debuggerOpened: true }, 'inspector'],
  [{ outcome: { kind: 'kernel', obeyed: true } }, 'kernel'],
  [{ said: 'it worked' }, 'claim'],
  [{ outcome: { kind: 'unreadable', why: 'BEGIN SOLUTION' } }, 'solution'],
])('%j is seen', async ([part, oracle]) => {
  expect(await evidence({ ...calm, ...part })).toEqual([oracle]);
});
