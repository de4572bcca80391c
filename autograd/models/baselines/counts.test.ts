import { expect, it } from 'vitest';
import { Counts } from './counts.ts';

it('counts how often each thing came, and which came most', () => {
  const counts = new Counts<string>();
  for (const thing of ['b', 'a', 'c', 'a', 'c']) counts.add(thing);
  expect([counts.of('a'), counts.of('b'), counts.of('z'), counts.total]).toEqual([2, 1, 0, 5]);
  expect(counts.kinds()).toEqual(['b', 'a', 'c']);
  expect(counts.mostFrequent()).toBe('a');
});

it('of nothing, nothing came most', () => {
  expect(new Counts().mostFrequent()).toBeUndefined();
});
