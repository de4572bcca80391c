import type { Rng } from '#autograd';
import { GRUCell, LSTMCell, RNNCell } from '#autograd/nn';
import type { Cell } from '../cell.ts';
import type { State } from '../state.ts';

/** Makes a cell of one kind; `bias` and `dtype` are the test's. */
export type MakeCell = (
  inputSize: number,
  hiddenSize: number,
  options: { rng: Rng; bias?: boolean },
) => Cell<State>;

const cell = (made: unknown) => made as Cell<State>;

/** Every kind of cell; hidden sizes above 1. */
export const EVERY_CELL: Readonly<Record<string, MakeCell>> = {
  RNNCell: (i, h, options) => cell(new RNNCell(i, h, options)),
  'RNNCell with relu': (i, h, options) => cell(new RNNCell(i, h, { ...options, nonlinearity: 'relu' })),
  LSTMCell: (i, h, options) => cell(new LSTMCell(i, h, options)),
  'LSTMCell with a projection': (i, h, options) => cell(new LSTMCell(i, h, { ...options, projSize: h - 1 })),
  GRUCell: (i, h, options) => cell(new GRUCell(i, h, options)),
  'GRUCell with the reset before': (i, h, options) =>
    cell(new GRUCell(i, h, { ...options, resetAfter: false })),
};
