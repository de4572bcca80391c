import { mul } from '#autograd';
import { about, type Case, SIZES } from '../case.ts';
import { definitions } from '../definitions.ts';
import { type Definition, spoil } from '../own-op.ts';

const { mul: product, square2, div, sub, hypotenuse } = definitions;

/** f(a, b) is right, f(x, x) is not. */
const confused = (name: string, definition: Definition, size: number): Case => ({
  kind: 'wrong for a repeated input',
  name: `${name} ${about(size)}`,
  f: () =>
    spoil(
      definition,
      (right) =>
        (dy, y, ...xs) =>
          mul(right(dy, y, ...xs), xs[0] === xs[1] ? 1 + size : 1),
      0,
    ),
  draw: definition.draw,
  expected: ['fail: wrong'],
});

/** As when a gradient is written where it should be added. */
export const repeatedInput: Case[] = [
  ...SIZES.map((size) => confused('mul', product, size)),
  ...SIZES.map((size) => confused('matmul', square2, size)),
  ...Object.entries({ div, sub, hypotenuse }).map(([name, definition]) => confused(name, definition, -1)),
];
