import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { violations } from './index.ts';
import { rightSolutions } from './testing/right-solutions.ts';

const policy = { engine: true, forbidden: ['Math.tanh', '.backward', 'grad'] };
const tooDeep = [{ what: 'the file is nested too deeply to be read: simplify it', line: 1 }];

test('violations are sorted by line, each once', () => {
  const text = [
    '\uFEFF// naïve',
    'export const f = (x: number) => Math.tanh(x) + Math.tanh(-x);',
    '',
    'loss',
    '  .backward();',
    "import fs from 'fs';",
  ];
  const expected = [
    { what: '`Math.tanh` is not allowed in this exercise', line: 2 },
    { what: '`.backward` is not allowed in this exercise', line: 5 },
    { what: 'values may be imported from `#autograd` only', line: 6 },
  ];
  expect(violations(text.join('\n'), policy)).toEqual(expected);
  expect(violations(text.join('\r\n'), policy)).toEqual(expected);
});

test.each(Object.entries(rightSolutions))('a right solution is not accused: %s', (_, text) => {
  expect(violations(text, policy)).toEqual([]);
});

test('of a file with syntax errors, what can be read is read', () => {
  expect(violations('Math.tanh(x) ;; const = ) function', policy)).toMatchObject([{ line: 1 }]);
});

describe('whatever the text, there is an answer', () => {
  const words = [
    ...[
      'Math',
      '.tanh',
      "['tanh']",
      '{ tanh }',
      '{ a: { tanh: b } }',
      '=',
      'const M',
      'M',
      'import',
      'from',
      "'#autograd'",
    ],
    ...[
      '(',
      ')',
      '{',
      '}',
      '[',
      ']',
      '=>',
      'function f',
      'class',
      'extends',
      'export',
      ';',
      ',',
      '...',
      '`${',
      '}`',
      'eval',
    ],
    ...[
      'declare',
      'type',
      'for',
      'of',
      'catch',
      'var',
      '?',
      ':',
      '<',
      '>',
      'as',
      '.backward',
      'async',
      '\n',
      '@',
      'namespace',
    ],
  ];
  const answers = (text: string) => {
    const found = violations(text, policy);
    expect(found).not.toEqual(tooDeep);
    expect(found.every(({ line }) => line >= 1 && line <= text.split(/[\r\n\u2028\u2029]/).length)).toBe(
      true,
    );
  };

  test('characters at random', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), answers), { numRuns: 200 });
  });

  test('words at random', () => {
    const texts = fc.array(fc.constantFrom(...words), { maxLength: 40 }).map((some) => some.join(' '));
    fc.assert(fc.property(texts, answers), { numRuns: 500 });
  });
});

const size = 256 * 1024;
const filled = (unit: string, length = size) => unit.repeat(length / unit.length);

test.each(['(', '[', '{', '!', 'a=>', '`${', 'if(1)', 'a<', 'async(', 'f<T>('])(
  '256 KB of %s are one violation, not a crash',
  (unit) => {
    expect(violations(filled(unit), policy)).toEqual(tooDeep);
  },
);

test('brackets that a quote in a regular expression hides from the count are one violation too', () => {
  expect(violations(`/'/;${filled('[', 200_000)}`, policy)).toEqual(tooDeep);
});

test.each([30, 100, 3000])(
  'what the parser tries in every way is given up: %i times async(, after a second of work',
  (count) => {
    const before = process.cpuUsage();
    expect(violations('async('.repeat(count), policy)).toEqual(tooDeep);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(4000);
  },
);

test('a type that keeps the type checker busy for good is nothing to a parser', () => {
  const bomb = `type Tree<N extends 0[] = []> = N['length'] extends 30 ? [] : [Tree<[0, ...N]>, Tree<[0, ...N]>];
    type Flat<T> = T extends [infer A, infer B] ? [...Flat<A>, ...Flat<B>] : [T];
    export const leaves = (x: Flat<Tree>): number => x.length;`;
  expect(bomb.length).toBeLessThan(350);
  expect(violations(bomb, policy)).toEqual([]);
});

const large = size / 16;

test.each([
  ['a sum of many terms', `x=${filled('1+', large)}1`],
  ['a chain of members', `x=Math${filled('.a', large)}`],
  ['a chain of aliases', Array.from({ length: 1000 }, (_, i) => `const a${i + 1}=a${i}.b`).join('\n')],
  ['one name assigned and used', filled('M=Math;M.exp;\n', large)],
  ['one text in many pieces', `x[${filled("'a'+", large)}'b']`],
  ['many imports', Array.from({ length: 900 }, (_, i) => `import {a${i}} from '#autograd';`).join('\n')],
  ['many blocks', filled('{let a;a}', large)],
  ['empty lines', filled('\n')],
])('a large file is read in time: %s', (_, text) => {
  expect(violations(text, policy)).toEqual([]);
});

test('a file that was too deep leaves nothing behind for the next one', () => {
  // the parser notes that the parenthesis at 0 is no arrow function, and forgets it at the end of the file only
  expect(violations(`(a)+${filled('(', 4096)}`, policy)).toEqual(tooDeep);
  expect(violations('(Math) => Math.tanh(1)', policy)).toEqual([]);
});
