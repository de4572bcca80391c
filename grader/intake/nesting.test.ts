import { expect, test } from 'vitest';
import { nesting } from './nesting.ts';

test.each<[string, number]>([
  ['', 0],
  ['f(a[b], { c: [1, [2]] })', 4],
  ['// interval [0, 1)\n/* (( */ f("((", \'[[\')', 1],
  ["'it\\'s (' + (1)", 1],
  ['`$'.concat('{f(`$', '{g({})}`)}`'), 5],
  ['((((', 4],
  ['))))(', 1],
])('%s nests %i deep', (text, depth) => {
  expect(nesting(text)).toBe(depth);
});

test('brackets closed in comments and strings hide nothing', () => {
  expect(nesting('(/*)*/'.repeat(300))).toBe(300);
  expect(nesting('["]",'.repeat(300))).toBe(300);
});

test('smileys, lists and regular expressions do not add up', () => {
  const line = '// see 1) and [2]: do not :(\nconst open = /[(]/.test("don\'t (");\n';
  expect(nesting(line.repeat(50))).toBeLessThan(60);
});

test.each(["'", '"', "\\'", '/*', "'\\", '//', '`'])(
  '256 KB of %s take no longer than other text',
  (text) => {
    const before = performance.now();
    nesting(text.repeat((256 * 1024) / text.length));
    expect(performance.now() - before).toBeLessThan(5000);
  },
);
