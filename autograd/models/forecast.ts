import { abs, mean, noGrad, type Rng, select, sub, type Tensor, tensor } from '#autograd';
import { Linear, LSTM, Module } from '#autograd/nn';
import { Adam, cosine, warmUp } from '#autograd/optim';
import { batches, epochLine, fit, type Scaler, seriesWindows, standardise } from '#autograd/train';
import { meanAbsoluteError, naive, seasonalNaive } from './baselines/forecasts.ts';
import { seasonalMedian } from './baselines/seasonal-median.ts';
import { type Births, readBirths } from './data.ts';
import type { Experiment, Session } from './experiment.ts';
import { type Expected, linesOfSurprises } from './forecast-shown.ts';

/**
 * How many children will be born tomorrow, by the births of the last four weeks and nothing else. The network is told
 * neither the day of the week nor the date: the week it finds by itself, and holidays take it by surprise, as does
 * Halloween. So what it does not expect is worth a look, which is how anomalies are found.
 */

const WINDOW = 28;
const HIDDEN = 32;
const BATCH = 32;
const EPOCHS = 30;

export const forecast: Experiment = {
  title: "tomorrow's births in the USA by those of four weeks; the days that surprise it are holidays",
  metric: { name: 'mean absolute error, in births a day, of 2002 and 2003', better: 'lower' },
  run(session) {
    const { train, heldOut, test } = years();
    const model = trained(train, heldOut, session);
    const expected = model.expect(test);
    const windows = { x: test.map(({ history }) => history), y: test.map(({ births }) => [births]) };
    return {
      model: meanAbsolute(expected),
      baselines: {
        'as a week ago, the median of four weeks': meanAbsoluteError(seasonalMedian(7, 4), windows),
        'as a week ago': meanAbsoluteError(seasonalNaive(7), windows),
        'as yesterday': meanAbsoluteError(naive, windows),
      },
      shown: linesOfSurprises(expected, model.expect(heldOut)),
    };
  },
};

export interface Day extends Births {
  /** The births of the days before it. */
  history: number[];
}

/** In the order of time: seven years to learn from, one to judge by, two to be tested on. */
export function years(): Record<'train' | 'heldOut' | 'test', Day[]> {
  const all = readBirths();
  const { x } = seriesWindows(
    all.map(({ births }) => births),
    WINDOW,
    1,
  );
  const days = x.map((history, i) => ({ ...all[i + WINDOW], history }));
  return {
    train: days.filter(({ date }) => date < '2001'),
    heldOut: days.filter(({ date }) => date.startsWith('2001')),
    test: days.filter(({ date }) => date > '2002'),
  };
}

export class Forecaster extends Module {
  readonly scaler: Scaler;
  readonly lstm: LSTM;
  readonly out: Linear;

  constructor(scaler: Scaler, rng: Rng) {
    super();
    this.scaler = scaler;
    this.lstm = new LSTM(1, HIDDEN, { rng, batchFirst: true });
    this.out = new Linear(HIDDEN, 1, { rng });
  }

  /** N days → [N, 1], on the scale of the training years */
  forward(days: readonly Day[]): Tensor {
    const x = tensor(days.map(({ history }) => this.scaler.apply(history).map((births) => [births])));
    const { state } = this.lstm.forward(x);
    return this.out.forward(select(state.h, 0, 0));
  }

  /** The mean absolute error: unlike the squared one it is not ruled by the few days that nobody could foresee. */
  loss(days: readonly Day[]): Tensor {
    const births = tensor(days.map((day) => this.scaler.apply([day.births])));
    return mean(abs(sub(this.forward(days), births)));
  }

  expect(days: readonly Day[]): Expected[] {
    const births = this.scaler.undo([...noGrad(() => this.forward(days)).storage]);
    return days.map((day, i) => ({ ...day, expected: births[i] }));
  }
}

function trained(train: Day[], heldOut: Day[], { rng, say, checkpoint }: Session): Forecaster {
  const model = new Forecaster(standardise(train.map(({ births }) => births)), rng);
  fit({
    model,
    rng,
    optimizer: new Adam(model.parameters(), { lr: 0.01 }),
    schedule: warmUp({ steps: 50 }, cosine({ steps: EPOCHS * Math.ceil(train.length / BATCH) })),
    epochs: EPOCHS,
    batches: ({ rng: own }) => batches(train, BATCH, own),
    loss: (batch) => model.loss(batch),
    clipNorm: 1,
    validate: () => model.loss(heldOut).item(),
    checkpoint: checkpoint('forecast'),
    onEpoch: (epoch) => say(epochLine(epoch)),
  });
  return model;
}

function meanAbsolute(days: readonly Expected[]): number {
  return days.reduce((sum, { births, expected }) => sum + Math.abs(births - expected), 0) / days.length;
}
