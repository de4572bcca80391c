import { mul, noGrad, type Tensor, tensor } from '#autograd';
import { about, type Case, SIZES } from '../case.ts';
import { definitions } from '../definitions.ts';

const { tanh, matmul, mul: product } = definitions;

const cut = (name: string, f: (...xs: Tensor[]) => unknown, draw = product.draw): Case => ({
  kind: 'missing',
  name,
  f: () => f,
  draw,
  expected: ['fail: missing'],
});

/** No gradient arrives where there is one. */
export const withoutAGradient: Case[] = [
  ...SIZES.map((size) => cut(`b, which counts ${about(size)}`, (a, b) => a.add(b.detach().mul(size)))),
  cut('all of it', (a) => a.detach().tanh(), tanh.draw),
  cut('computed in noGrad', (a) => noGrad(() => a.tanh()), tanh.draw),
  cut('through toArray', (a, b) => mul(a, tensor(b.toArray()))),
  cut('through data', (a, b) => a.mul(b.data[0])),
  cut('the first factor', (a, b) => a.detach().matmul(b), matmul.draw),
  cut('one of two results', (a, b) => [a.mul(2), b.detach().tanh()]),
];
