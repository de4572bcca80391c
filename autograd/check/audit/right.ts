import type { Case } from './case.ts';
import { definitions } from './definitions.ts';
import { inFloat32 } from './draw.ts';
import { type Definition, ownOp } from './own-op.ts';

const plain: [string, Definition][] = Object.entries(definitions);
const { tanh, matmul, softmax, mul, hypotenuse, sin } = definitions;

const right = (name: string, definition: Definition, options?: Case['options']): Case => ({
  kind: 'right',
  name,
  f: () => ownOp(definition),
  draw: definition.draw,
  options,
  expected: ['pass'],
});

/** Backwards without a fault: each must pass on every seed. */
export const rights: Case[] = [
  ...plain.map(([name, definition]) => right(name, definition)),
  ...Object.entries({ tanh, matmul, mul, softmax }).map(([name, definition]) =>
    right(`${name} in float32`, inFloat32(definition)),
  ),
  ...Object.entries({ tanh, matmul, softmax, hypotenuse, sin }).map(([name, definition]) =>
    right(`${name} at order 2`, definition, { order: 2 }),
  ),
  right('sin at order 3', sin, { order: 3 }),
  { ...right('x · x', tanh), f: () => (x) => ownOp(mul)(x, x) },
  { ...right('two results', mul), f: () => (a, b) => ({ product: ownOp(mul)(a, b), tanh: ownOp(tanh)(b) }) },
];
