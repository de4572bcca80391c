import { expect, test } from 'vitest';
import { printable } from './printable.ts';

test.each([
  ['Übung 素朴', '"Übung 素朴"'],
  ['a\nb', '"a\uFFFDb"'],
  ['a\u2028b\u2029', '"a\uFFFDb\uFFFD"'],
  ['\u202egnp.exe', '"\uFFFDgnp.exe"'],
  ['\u001b[2J', '"\uFFFD[2J"'],
  ['x'.repeat(121), `"${'x'.repeat(120)}…"`],
])('%j is written on one line, without what steers a terminal', (name, written) => {
  expect(printable(name)).toBe(written);
});
