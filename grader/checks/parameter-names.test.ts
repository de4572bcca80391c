import { describe, expect, it } from 'vitest';
import { parameterNames } from './parameter-names.ts';

type Any = (...args: never[]) => unknown;

describe('the names of parameters', () => {
  const cases: [source: string, names: string[]][] = [
    ['(W, x) => W', ['W', 'x']],
    ['() => 1', []],
    ['x => x', ['x']],
    ['async x => x', ['x']],
    ['async (W, x) => W', ['W', 'x']],
    ['function f(W, x) { return W; }', ['W', 'x']],
    ['async function (W, x) { return W; }', ['W', 'x']],
    ['function* (a) { yield a; }', ['a']],
    ['({ f, g }, z) => z', ['{ f, g }', 'z']],
    ['({ f = 1, g: { h } = {} } = {}, [a, b] = [1, 2], z) => z', ['{ f = 1, g: { h } = {} }', '[a, b]', 'z']],
    ['(a = Math.max(1, 2), b = ") => {,", c = (x, y) => x) => a', ['a', 'b', 'c']],
    ['(a, ...rest) => a', ['a', 'rest']],
    ['(a /* one, two */, b // three, four\n) => a', ['a', 'b']],
    ['(\n  W,\n  x,\n) => W', ['W', 'x']],
  ];
  for (const [source, names] of cases)
    it(`of ${source.replaceAll('\n', ' ')}`, () => {
      const f = new Function(`return ${source}`)() as Any; // as it stands, whatever a compiler makes of tests
      expect(parameterNames(f)).toEqual(names);
    });

  it('of a method', () => {
    const { holds, later } = {
      holds(student: unknown, z: number) {
        return [student, z];
      },
      async later(z: number) {
        return z;
      },
    };
    expect([parameterNames(holds), parameterNames(later)]).toEqual([['student', 'z'], ['z']]);
  });
});
