import { expect, test } from 'vitest';
import type { Passage } from './case.ts';
import { passing, worst } from './levels-of.ts';
import { systemCall } from './rows.ts';

const withPassage = (rest: Omit<Passage, 'oracles'>) =>
  systemCall(
    'any',
    'does something',
    { number: 39, arguments: () => [] },
    { B: { oracles: ['kernel'], ...rest } },
  );

test.each([
  ['a newer Node', { closedInNode: 26 }, { ...worst, nodeMajor: 26 }],
  ['a grader that is root', { closedToRoot: true }, { ...worst, isRoot: true }],
  ['a kernel without the old door', { closedWithoutOldDoor: true }, { ...worst, hasOldDoor: false }],
])('what gets through at a level may be stopped by %s, and by nothing else', (_, rest, helpful) => {
  expect(passing(withPassage(rest), 'B', worst)).toEqual(['kernel']);
  expect(passing(withPassage(rest), 'B', helpful)).toEqual([]);
  expect(passing(withPassage({}), 'B', helpful)).toEqual(['kernel']);
  expect(passing(withPassage(rest), 'A', worst)).toEqual([]);
});
