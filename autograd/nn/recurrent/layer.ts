import { type Rng, Tensor } from '#autograd';
import { Module, type Parts } from '../module.ts';
import type { Cell, CellOptions } from './cell.ts';
import { badLayers, badProbability } from './messages/values.ts';
import type { PackedSequence, TimeLayout } from './packed-sequence.ts';
import { type Given, type Read, readPacked, readPadded, readSingle } from './read.ts';
import type { Cells } from './run-layers.ts';
import type { State } from './state.ts';

export interface LayerOptions extends CellOptions, TimeLayout {
  /** How many layers lie above one another; 1 unless stated. */
  numLayers?: number;
  /** Whether each layer also runs from the last step to the first, and joins the features of both; false unless stated. */
  bidirectional?: boolean;
  /** The probability with which an element is dropped between two layers, while training; 0 unless stated. */
  dropout?: number;
  /** The probability with which the gates do not see a unit of h, the same at all steps, while training; 0 unless stated. */
  recurrentDropout?: number;
}

/** Cells over whole sequences, in layers above one another, with PyTorch's options, shapes and names. */
export abstract class RecurrentLayer<S extends State> extends Module {
  readonly cells: Cells<S>;
  readonly batchFirst: boolean;
  readonly dropout: number;
  readonly recurrentDropout: number;
  readonly rng: Rng;

  /** @param makeCell makes one for so many features */
  constructor(inputSize: number, options: LayerOptions, makeCell: (inputSize: number) => Cell<S>) {
    super();
    const { numLayers = 1, bidirectional = false, dropout = 0, recurrentDropout = 0 } = options;
    if (!(Number.isInteger(numLayers) && numLayers > 0)) throw badLayers(this.constructor.name, numLayers);
    for (const [option, p] of Object.entries({ dropout, recurrentDropout }))
      if (!(p >= 0 && p <= 1)) throw badProbability(this.constructor.name, option, p);
    this.cells = stacked(inputSize, numLayers, bidirectional ? 2 : 1, makeCell);
    this.batchFirst = options.batchFirst ?? false;
    this.dropout = dropout;
    this.recurrentDropout = recurrentDropout;
    this.rng = options.rng;
  }

  /**
   * Reads sequences from beginning to end.
   *
   * @param x [T, N, I], or [N, T, I] with `batchFirst`; [T, I] for a single sequence, whose output and state have no
   *   axis for the batch either; or a packed batch, whose output is packed as well
   * @returns `output` like x with [directions · size of h] features, 0 behind every length. PyTorch refuses a length of
   *   0; here the state of such a sequence stays as it was
   * @throws ShapeError when x or the state has another shape; RangeError when the lengths do not fit
   */
  forward(x: Tensor, given?: Given<S>): Read<S>;
  forward(x: PackedSequence, given?: Pick<Given<S>, 'state'>): Read<S, PackedSequence>;
  forward(x: Tensor | PackedSequence, given: Given<S> = {}): Read<S, Tensor | PackedSequence> {
    if (!(x instanceof Tensor)) return readPacked(this, x, given.state);
    return x.rank === 2 ? readSingle(this, x, given) : readPadded(this, x, given);
  }

  protected override parts(): Parts {
    const named = this.cells.flatMap((directions, layer) =>
      directions.flatMap((cell, direction) =>
        Object.entries(cell.namedParameters()).map(([name, x]) => [
          `${name}_l${layer}${direction === 1 ? '_reverse' : ''}`,
          x,
        ]),
      ),
    );
    return Object.fromEntries(named);
  }
}

/** Layers above one another: the first takes the input, the others what both directions of the one below give. */
function stacked<S extends State>(
  inputSize: number,
  numLayers: number,
  directions: number,
  makeCell: (inputSize: number) => Cell<S>,
): Cells<S> {
  const cells: Cell<S>[][] = [];
  for (let size = inputSize; cells.length < numLayers; size = directions * cells[0][0].sizes.h)
    cells.push(Array.from({ length: directions }, () => makeCell(size)));
  return cells;
}
