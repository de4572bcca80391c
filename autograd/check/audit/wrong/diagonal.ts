import { add, matmul, mul, type Tensor, tensor } from '#autograd';
import { about, type Case, SIZES } from '../case.ts';
import { definitions } from '../definitions.ts';
import { type Forward, ownOp } from '../own-op.ts';

const { softmax, cumsum, norm } = definitions;

const ring = tensor([
  [0, 1, 0, 0],
  [0, 0, 1, 0],
  [0, 0, 0, 1],
  [1, 0, 0, 0],
]);

/** y = x + size · (x turned by one), whose Jacobian is 1 on the diagonal. */
const coupled = (size: number) =>
  ownOp({ forward: (x) => add(x, mul(matmul(ring, x), size)), rules: [(dy) => dy] });
const diagonal = (name: string, f: Forward): Case => ({
  kind: 'right on the diagonal only',
  name,
  f: () => f,
  draw: softmax.draw,
  expected: ['fail: wrong'],
});

/** ∂yᵢ/∂xⱼ is forgotten for i ≠ j. */
export const diagonalOnly: Case[] = [
  ...SIZES.map((size) => diagonal(`neighbours that count ${about(size)}`, coupled(size))),
  diagonal('softmax', ownOp({ ...softmax, rules: [(dy, y) => mul(dy, y.sub(mul(y, y)))] })),
  diagonal('cumsum', ownOp({ ...cumsum, rules: [(dy) => dy] })),
  diagonal(
    'x / |x|',
    ownOp({ forward: (x) => x.div(norm.forward(x)), rules: [(dy, y, x) => unit(dy, y, x)] }),
  ),
  diagonal('x - mean', ownOp({ forward: (x) => x.sub(x.mean()), rules: [(dy) => mul(dy, 0.75)] })),
  diagonal('log softmax', ownOp({ forward: (x) => softmax.forward(x).log(), rules: [logDiagonal] })),
];

function unit(dy: Tensor, y: Tensor, x: Tensor): Tensor {
  return mul(dy, mul(y, y).neg().add(1)).div(norm.forward(x));
}

function logDiagonal(dy: Tensor, y: Tensor): Tensor {
  return mul(dy, y.exp().neg().add(1));
}
