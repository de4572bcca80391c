import { mul } from '#autograd';
import { about, type Case, SIZES } from '../case.ts';
import { definitions } from '../definitions.ts';
import { type Definition, type Forward, ownOp, spoil } from '../own-op.ts';

const { tanh, mul: product, exp, cube, sin, hypotenuse } = definitions;

/** The identity, whose backward is not. */
const bent = (size: number) => ownOp({ forward: (g) => g.add(0), rules: [(dy) => mul(dy, 1 + size)] });

const second = (name: string, definition: Definition, f: Forward): Case => ({
  kind: 'wrong at second order',
  name,
  f: () => f,
  draw: definition.draw,
  options: { order: 2 },
  expected: ['fail: wrong', 'fail: missing'],
});

const bentBy = (name: string, definition: Definition, size: number) =>
  second(
    `${name} ${about(size)}`,
    definition,
    spoil(
      definition,
      (right) =>
        (...at) =>
          bent(size)(right(...at)),
    ),
  );

/** The gradient is right, the gradient of the gradient is not. */
export const atSecondOrder: Case[] = [
  ...SIZES.map((size) => bentBy('tanh', tanh, size)),
  ...SIZES.map((size) => bentBy('mul', product, size)),
  ...Object.entries({ exp, cube, sin, tanh, hypotenuse }).map(([name, definition]) =>
    second(`${name} with what it saved cut from the graph`, definition, forgetful(definition)),
  ),
];

/** The rules see numbers where they should see what the numbers came from. */
function forgetful(definition: Definition): Forward {
  return spoil(
    definition,
    (right) =>
      (dy, y, ...xs) =>
        right(dy, y.detach(), ...xs.map((x) => x.detach())),
  );
}
