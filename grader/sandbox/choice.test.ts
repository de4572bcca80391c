import { expect, test } from 'vitest';
import type { Level } from '../model/report.ts';
import { chooseLevel } from './choice.ts';
import { exceptionsOf, LEVELS } from './levels.ts';

const where =
  (...holding: Level[]) =>
  async (level: Level) => ({ holds: holding.includes(level), detail: `not ${level}` });

test.for([
  ['strong', ['A', 'B', 'C'], 'A'],
  ['strong', ['B', 'C'], 'B'],
  ['basic', ['A', 'B', 'C'], 'A'],
  ['basic', ['B', 'C'], 'B'],
  ['basic', ['C'], 'C'],
  ['none', ['A', 'B', 'C'], 'none'],
  ['none', [], 'none'],
] as const)('%s takes, of %s, level %s', async ([strength, holding, level]) => {
  expect(await chooseLevel(strength, where(...holding))).toEqual({ level });
});

test('strong is content with nothing less than a jail', async () => {
  const reasons = new Map([
    ['A', 'not A'],
    ['B', 'not B'],
  ]);
  expect(await chooseLevel('strong', where('C'))).toEqual({ reasons });
});

test('what was found at each permitted level is told when none holds', async () => {
  const choice = await chooseLevel('basic', where());
  expect('reasons' in choice && [...choice.reasons.keys()]).toEqual(['A', 'B', 'C']);
});

test('weaker levels are not tried when a stronger one holds', async () => {
  const tried: Level[] = [];
  await chooseLevel('basic', async (level) => {
    tried.push(level);
    return { holds: level === 'B', detail: '' };
  });
  expect(tried).toEqual(['A', 'B']);
});

test('level A has no exceptions', () => {
  expect(exceptionsOf('A')).toEqual([]);
});

test("level C's network is open up to Node 25, and closed from 26 on", () => {
  const stopsTcp = (node: number) =>
    exceptionsOf('C', node).every(({ attack }) => attack !== 'connect by TCP');
  expect([24, 25, 26, 27].map(stopsTcp)).toEqual([false, false, true, true]);
});

test('no exception is listed twice', () => {
  for (const { exceptions } of Object.values(LEVELS))
    expect(new Set(exceptions.map(({ attack }) => attack)).size).toBe(exceptions.length);
});
