import { reshape, slice, sum, type Tensor, transpose, unsqueeze } from '#autograd';
import type { Case } from '../case.ts';
import { definitions } from '../definitions.ts';
import { type Definition, type Rule, spoil } from '../own-op.ts';

const { tanh, matmul, addRow, sum: total, transpose: turned, norm } = definitions;

const misshapen = (name: string, definition: Definition, wrong: (g: Tensor) => Tensor, i?: number): Case => ({
  kind: 'shape',
  name,
  f: () =>
    spoil(
      definition,
      (right): Rule =>
        (...at) =>
          wrong(right(...at)),
      i,
    ),
  draw: definition.draw,
  expected: ['fail: shape'],
});

/** The gradient has another shape than the input. */
export const ofAnotherShape: Case[] = [
  misshapen('tanh transposed', tanh, (g) => transpose(g, 0, 1)),
  misshapen('tanh flattened', tanh, (g) => reshape(g, [6])),
  misshapen('tanh summed', tanh, (g) => sum(g)),
  misshapen('tanh with an axis more', tanh, (g) => unsqueeze(g, 0)),
  misshapen('matmul without its last column', matmul, (g) => slice(g, 1, 0, 1), 1),
  { ...misshapen('a row that is not summed', addRow, (g) => g), f: () => spoil(addRow, () => (dy) => dy, 1) },
  { ...misshapen('a sum that is not spread', total, (g) => g), f: () => spoil(total, () => (dy) => dy) },
  {
    ...misshapen('a transpose that is not undone', turned, (g) => g),
    f: () => spoil(turned, () => (dy) => dy),
  },
  misshapen('norm with an axis more', norm, (g) => reshape(g, [1, 4])),
];
