import { expect, test } from 'vitest';
import { mutantsOf } from '../mutants.ts';
import { madeUp } from '../testing/made-up.ts';
import { typed } from '../twins.ts';

/** What a body becomes: each mutant of it, without the name of the function. */
async function mutantsIn(body: string, parameters = 'x: number[], y: number[], n: number, m: number') {
  const solution = `import { add, tensor } from '#autograd';
const known = new Set<number>();
export function f(${parameters}) {
  // BEGIN SOLUTION
  ${body}
  // END SOLUTION
}
export const keep = [add, tensor, known];
`;
  const mutants = await mutantsOf(typed(madeUp({ solution })));
  return mutants.map(({ operator, name }) => `${operator}: ${name.split(' → ')[1]}`);
}

test.each([
  ['return n * 2;', ['arithmetic: return n / 2;', 'constants: return n * 3;', 'variables: return m * 2;']],
  ['n += m;', ['arithmetic: n = m;', 'arithmetic: n -= m;', 'removal: ;']],
  ['return -n;', ['sign: return n;']],
  ['return n < m;', ['comparison: return n <= m;', 'comparison: return n > m;']],
  [
    'return n > 0 && m > 0;',
    ['logic: return n > 0 || m > 0;', 'logic: return (n > 0);', 'logic: return (m > 0);'],
  ],
  [
    'return x.length ? n : m;',
    ['branches: return x.length ? m : n;', 'branches: return n;', 'branches: return m;'],
  ],
  ['if (known.has(n)) return m;', ['negation: if (!known.has(n)) return m;', 'removal: ;']],
  ['return x[n];', ['offByOne: return x[n + 1];', 'offByOne: return x[n - 1];', 'variables: return y[n];']],
  ['return x.slice(1, n);', ['offByOne: return x.slice(1, n + 1);', 'offByOne: return x.slice(1, n - 1);']],
  ['for (const a of x) { known.add(a); }', ['oneRound: for (const a of x) { known.add(a); break; }']],
  ['return Math.max(n, m);', ['otherMethod: return Math.min(n, m);']],
  [
    'return add(tensor(x), 1);',
    ['otherFunction: return (tensor(x)).sub(1);', 'dropped: return (tensor(x));'],
  ],
  [
    'return tensor(x).transpose(0, 1).sum(0, true);',
    [
      'dropped: return tensor(x).sum(0, true);',
      'lastArgument: return tensor(x).transpose(0, 1).sum(0);',
      'constants: return tensor(x).transpose(0, 1).sum(1, true);',
      'truths: return tensor(x).transpose(0, 1).sum(0, false);',
    ],
  ],
  ['return Math.atan2(n, m);', ['argumentOrder: return Math.atan2(m, n);']],
  ['return [x, y];', ['elementOrder: return [y, x];']],
])('%s', async (body, expected) => {
  expect(await mutantsIn(body)).toEqual(expect.arrayContaining(expected));
});

test('members of one type are exchanged', async () => {
  expect(await mutantsIn('return p.a;', 'p: { a: number; b: number; c: string }')).toEqual([
    'members: return p.b;',
  ]);
});

test('other words for the same, and what does not compile, are no mutants', async () => {
  expect(await mutantsIn('return { n };', 'n: number')).toEqual([]);
  expect(await mutantsIn('const a = 1; return a;', 'n: number')).not.toContain(
    'variables: const a = 1; return n;',
  );
});

test('what an error says is left alone', async () => {
  expect(await mutantsIn('throw new RangeError(String(n + 1));')).toEqual([]);
});

test('a line that is found twice is told apart', async () => {
  const solution = `export function f(n: number) {
  // BEGIN SOLUTION
  n += 2;
  n += 2;
  return n;
  // END SOLUTION
}
`;
  const names = (await mutantsOf(typed(madeUp({ solution })))).map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['f: n += 2; → n += 3; (1)', 'f: n += 2; → n += 3; (2)']));
  expect(new Set(names).size).toBe(names.length);
});
