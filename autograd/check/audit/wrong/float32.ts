import { mul, type Tensor } from '#autograd';
import { about, type Case, SIZES } from '../case.ts';
import { definitions } from '../definitions.ts';
import { between, inFloat32, mapped } from '../draw.ts';
import { type Definition, ownOp, spoil } from '../own-op.ts';

const { tanh, matmul, exp, softmax } = definitions;

/** A backward that is off in seven digits: seen to be wrong, or said to be beyond float32. */
const single = (name: string, definition: Definition, size: number): Case => ({
  kind: 'float32',
  name: `${name} ${about(size)}`,
  f: () =>
    spoil(
      definition,
      (right) =>
        (...at) =>
          mul(right(...at), 1 + size),
    ),
  draw: definition.draw,
  expected: ['fail: wrong', 'inconclusive: float32'],
});

/** Takes and gives float64, with seven digits on the way. */
const rounded = (f: (x: number) => number, slope: (x: number) => number): Definition => ({
  forward: mapped((x) => Math.fround(f(x))),
  rules: [(dy: Tensor, _y, x) => mul(dy, mapped(slope)(x))],
  draw: (rng) => [between(0.5, 1.5, [2])(rng)],
});

const sin = rounded(Math.sin, Math.cos);
const square = rounded(
  (x) => x * x,
  (x) => 2 * x,
);

/** Nothing is wrong with these. */
export const roundedOnTheWay: Case[] = Object.entries({ sin, square }).map(([name, definition]) => ({
  kind: 'right',
  name: `${name} rounded on the way`,
  f: () => ownOp(definition),
  draw: definition.draw,
  expected: ['pass', 'inconclusive: float32'],
}));

/** What single precision hides, and does not. */
export const singlePrecision: Case[] = Object.entries({ tanh, matmul, exp, softmax })
  .flatMap(([name, definition]) => SIZES.map((size) => single(name, inFloat32(definition), size)))
  .concat(SIZES.map((size) => single('sin rounded on the way', sin, size)));
