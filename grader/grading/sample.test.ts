import { describe, expect, test } from 'vitest';
import { sample } from './sample.ts';
import type { Asked } from './transcript.ts';

const called = (name: string, count: number, from = 0): Asked[] =>
  Array.from({ length: count }, (_, i) => ({
    how: 'call' as const,
    name,
    input: [from + i],
    outcome: { kind: 'answer' as const, value: i },
  }));
const names = (lists: Asked[][]) => lists.map((list) => new Set(list.map(({ name }) => name)));
const inputsOf = (lists: Asked[][], name: string) =>
  lists
    .flat()
    .filter((one) => one.name === name)
    .map(({ input }) => (input as number[])[0]!);

describe('the calls that are made again', () => {
  const checks = [called('f', 40), [...called('f', 40, 100), ...called('g', 20)], called('slow', 3)];
  const lists = sample(checks, 64, 7);

  test('come in lists of one function', () => {
    expect(names(lists).every(({ size }) => size === 1)).toBe(true);
    expect(lists.length).toBeGreaterThan(3);
  });

  test('are some of every check, again and again', () => {
    const inputs = inputsOf(lists, 'f');
    expect(inputs).toHaveLength(64);
    expect(new Set(inputs).size).toBe(24);
    expect(new Set(inputs.map((x) => x >= 100)).size).toBe(2);
    expect(inputsOf(lists, 'g')).toHaveLength(40);
  });

  test('are in another order each round', () => {
    const inputs = inputsOf(lists, 'g');
    expect(inputs.slice(0, 12)).not.toEqual(inputs.slice(12, 24));
    expect(inputs).not.toEqual(inputs.toSorted((a, b) => a - b));
  });

  test('include what is slow once', () => {
    expect(inputsOf(lists, 'slow')).toHaveLength(1);
  });

  test('are decided by the seed', () => {
    expect(sample(checks, 64, 7)).toEqual(lists);
    expect(sample(checks, 64, 8)).not.toEqual(lists);
  });

  test('are asked in their own manner', () => {
    const after = called('f', 10).map((one): Asked => ({ ...one, how: 'after' }) as Asked);
    const both = sample([called('f', 10), after], 64, 1);
    expect(both.every((list) => new Set(list.map(({ how }) => how)).size === 1)).toBe(true);
    expect(new Set(both.flat().map(({ how }) => how))).toEqual(new Set(['call', 'after']));
  });

  test('are none where nothing passed', () => {
    expect(sample([], 64, 1)).toEqual([]);
    expect(sample([[]], 64, 1)).toEqual([]);
  });
});
