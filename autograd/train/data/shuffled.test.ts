import { expect, it } from 'vitest';
import { seededRng } from '#autograd';
import { shuffled } from './shuffled.ts';

it('every order of three is about as frequent as any other', () => {
  const rng = seededRng(1);
  const counts = new Map<string, number>();
  for (let i = 0; i < 6000; i++) {
    const order = shuffled(['a', 'b', 'c'], rng).join('');
    counts.set(order, (counts.get(order) ?? 0) + 1);
  }
  expect(counts.size).toBe(6);
  // 1000 each, with a deviation of 29
  for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(150);
});

it('the list itself is left as it is', () => {
  const list = Object.freeze([1, 2, 3, 4, 5]) as number[];
  expect(shuffled(list, seededRng(1)).sort()).toEqual(list);
});
