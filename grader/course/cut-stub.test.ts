import { describe, expect, test } from 'vitest';
import { cutStub } from './cut-stub.ts';

const solution = `import { add, type Tensor, tanh } from '#autograd';

/** A doc comment stays; it mentions tanh. */
export function f(x: Tensor): Tensor {
  const given = x;
  // BEGIN SOLUTION
  return tanh(add(given, 1));
  // END SOLUTION
}

export class Counter {
  // BEGIN SOLUTION
  private hidden = 0;
  // END SOLUTION

  next(): number {
    // BEGIN SOLUTION
    return ++this.hidden;
    // END SOLUTION
  }
}

// BEGIN SOLUTION
function helper() {}
// END SOLUTION
`;

describe('a stub', () => {
  const stub = cutStub(solution);

  test('throws in the place of a region inside a function, by its name', () => {
    expect(stub).toContain("  const given = x;\n  throw new NotImplementedError('f');\n}");
    expect(stub).toContain("    throw new NotImplementedError('Counter.next');");
  });

  test('drops regions beside functions, and the imports that only they used', () => {
    expect(stub).not.toContain('hidden');
    expect(stub).not.toContain('helper');
    expect(stub).toContain("import type { Tensor } from '#autograd';");
  });

  test('keeps doc comments, and holds no marker', () => {
    expect(stub).toContain('/** A doc comment stays; it mentions tanh. */');
    expect(stub).not.toContain('SOLUTION');
  });

  test.each([
    ['an END that is missing', '// BEGIN SOLUTION\n'],
    ['a BEGIN inside a region', '// BEGIN SOLUTION\n// BEGIN SOLUTION\n// END SOLUTION\n'],
  ])('is refused for %s', (_, text) => {
    expect(() => cutStub(text)).toThrow(/line 1: .* without/);
  });
});
