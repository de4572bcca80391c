import { matmul, mul, type Tensor, tanh, tensor, transpose } from '#autograd';
import { customOp } from '../../extend.ts';

export const x = tensor([
  [0.3, -0.7],
  [1.1, 0.4],
]);
export const y = tensor([
  [0.9, 0.2],
  [-0.5, 1.3],
]);

/** tanh, and the matrix product, with a backward of one's own. */
export const tanhWith = (vjp: (dy: Tensor, y: Tensor, x: Tensor) => Tensor) =>
  customOp({ name: 'tanh', forward: (t: Tensor) => tanh(t), vjp });
export const matmulWith = (vjp: (dy: Tensor, a: Tensor, b: Tensor) => [Tensor, Tensor]) =>
  customOp({
    name: 'matmul',
    forward: (a: Tensor, b: Tensor) => matmul(a, b),
    vjp: (dy, _y, a: Tensor, b: Tensor) => vjp(dy, a, b),
  });

export const slope = (y: Tensor) => mul(y, y).neg().add(1);
export const T = (t: Tensor) => transpose(t, 0, 1);
export const toA = (dy: Tensor, b: Tensor) => matmul(dy, T(b));
export const toB = (dy: Tensor, a: Tensor) => matmul(T(a), dy);
export const right = tanhWith((dy, y) => mul(dy, slope(y)));
