import { full, noGrad, type Rng, type SeededRng, seededRng, select, type Tensor, tensor } from '#autograd';
import { GRU, Linear, LSTM, Module, mseLoss, RNN } from '#autograd/nn';
import { Adam } from '#autograd/optim';
import { fit } from '#autograd/train';
import type { Experiment, Session } from './experiment.ts';

/**
 * The adding problem (Hochreiter and Schmidhuber, 1997) by lag: the first and the last number of a sequence are marked,
 * their sum is asked for at the end. What lies between is noise, which the first number must outlive.
 */

const LAGS = [5, 10, 20, 50, 100];
const HIDDEN = 16;
/** A sum of two numbers from [0, 1) varies by 1/6 around its mean, by 1/12 when the last one is known. */
const LEARNED = 0.01;

const CELLS = ['RNN', 'GRU', 'LSTM'] as const;
type CellName = (typeof CELLS)[number];

export const memory: Experiment = {
  title: 'the adding problem: how far apart may two numbers be that a network adds? RNN, GRU and LSTM by lag',
  metric: { name: `squared error at lag ${LAGS[LAGS.length - 1]}`, better: 'lower' },
  run(session) {
    const errors = CELLS.map((cell) => LAGS.map((lag) => errorAfterTraining(cell, lag, session)));
    const [rnn, gru, lstm] = errors.map((byLag) => byLag[byLag.length - 1]);
    return {
      model: Math.max(gru, lstm),
      baselines: { RNN: rnn, 'the last number + 1/2': 1 / 12, 'always 1': 1 / 6 },
      shown: tableOf(errors),
    };
  },
};

class Adder extends Module {
  readonly layer: RNN | GRU | LSTM;
  readonly out: Linear;

  constructor(layer: RNN | GRU | LSTM, rng: Rng) {
    super();
    this.layer = layer;
    this.out = new Linear(HIDDEN, 1, { rng });
  }

  /** [N, T, 2] → [N, 1] */
  forward(x: Tensor): Tensor {
    const { state } = this.layer.forward(x);
    return this.out.forward(select(state.h, 0, 0));
  }
}

/** Trains until the sum is known, at most 1,200 steps; the error is that on sequences it has never seen. */
function errorAfterTraining(cell: CellName, lag: number, { rng, say, checkpoint }: Session): number {
  const model = new Adder(layerFor(cell, lag, rng), rng);
  const [heldOut, test] = [problems(lag, 256, seededRng(1)), problems(lag, 1000, seededRng(2))];
  const errorOn = ({ x, sums }: Problems) => mseLoss(model.forward(x), sums);
  const history = fit({
    model,
    rng,
    optimizer: new Adam(model.parameters(), { lr: 0.01 }),
    epochs: 48,
    batches: ({ rng: own }) => Array.from({ length: 25 }, () => problems(lag, 32, own)),
    loss: errorOn,
    clipNorm: 1,
    validate: () => errorOn(heldOut).item(),
    goal: 0.8 * LEARNED,
    checkpoint: checkpoint(`${cell}-${lag}`),
  });
  const error = noGrad(() => errorOn(test).item());
  say(`${cell} lag ${lag}: error ${error.toFixed(4)} after ${25 * history.length} steps`);
  return error;
}

function layerFor(cell: CellName, lag: number, rng: Rng): RNN | GRU | LSTM {
  const options = { rng, batchFirst: true };
  switch (cell) {
    case 'RNN':
      return new RNN(2, HIDDEN, options);
    case 'GRU':
      return withBias(new GRU(2, HIDDEN, options), [0, Math.log(lag), 0]);
    case 'LSTM':
      return withBias(new LSTM(2, HIDDEN, options), [-Math.log(lag), Math.log(lag), 0, 0]);
  }
}

/**
 * Gates that keep what they hold for about as long as the lag, σ(ln T) = 1 - 1/(T + 1), and so let in little (Tallec and
 * Ollivier, 2018). A forget bias of 1 keeps 0.73 of it a step, and nothing after 100.
 *
 * @param gates the bias of each gate, in PyTorch's order
 */
function withBias<Layer extends Module>(layer: Layer, gates: readonly number[]): Layer {
  const bias = tensor(gates.flatMap((value) => new Array<number>(HIDDEN).fill(value)));
  return layer.loadStateDict({ ...layer.stateDict(), bias_ih_l0: bias, bias_hh_l0: full(bias.shape, 0) });
}

interface Problems {
  /** [N, lag + 1, 2]: a number, and whether it is marked. */
  x: Tensor;
  /** [N, 1] */
  sums: Tensor;
}

function problems(lag: number, count: number, rng: SeededRng): Problems {
  const numbers = Array.from({ length: count }, () => Array.from({ length: lag + 1 }, rng));
  const isMarked = (t: number) => (t === 0 || t === lag ? 1 : 0);
  return {
    x: tensor(numbers.map((row) => row.map((number, t) => [number, isMarked(t)]))),
    sums: tensor(numbers.map((row) => [row[0] + row[lag]])),
  };
}

/** The errors by lag; what was learned is marked. */
function tableOf(errors: readonly number[][]): string[] {
  const cell = (error: number) => `${error.toFixed(4)}${error < LEARNED ? ' ✓' : '  '}`.padStart(10);
  return [
    `lag    ${CELLS.map((name) => name.padStart(8).padEnd(10)).join('')}  ✓ learned: below ${LEARNED}`,
    ...LAGS.map((lag, i) => `${`${lag}`.padEnd(7)}${errors.map((byLag) => cell(byLag[i])).join('')}`),
  ];
}
