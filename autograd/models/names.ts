import { choice, div, noGrad, type Rng, seededRng, softmax, type Tensor, transpose } from '#autograd';
import { crossEntropy, dropout, Embedding, Linear, LSTM, type LstmState, Module } from '#autograd/nn';
import { AdamW, cosine, warmUp } from '#autograd/optim';
import {
  batchesByLength,
  epochLine,
  fit,
  padded,
  splitExamples,
  type Vocabulary,
  vocabulary,
} from '#autograd/train';
import { NGram } from './baselines/n-gram.ts';
import { readNames } from './data.ts';
import type { Experiment, Session } from './experiment.ts';
import { linesOfNames } from './names-shown.ts';

/**
 * A language model of letters (Karpathy's char-RNN): after each letter of a name it says how likely every letter is to be
 * the next one, or the end. Asked again and again, and answered by a draw from what it says, it writes names of its own.
 */

const WIDTH = 24;
const HIDDEN = 64;
const BATCH = 32;
const EPOCHS = 12;
const DROPOUT = 0.1;
/** Behind the end of a name nothing is to be said. */
const NOTHING = -100;

export const names: Experiment = {
  title: 'first names, letter by letter: writes new ones',
  metric: { name: 'bits per letter', better: 'lower' },
  run(session) {
    const { train, heldOut, test } = parts();
    const model = trained(train, heldOut, session);
    const nGram = (order: number) => new NGram(order).fit(train.map((name) => [...name]));
    const bits = (order: number) => nGram(order).bitsPerToken(test.map((name) => [...name]));
    return {
      model: noGrad(() => model.loss(test)).item() / Math.LN2,
      baselines: {
        'n-gram of 5 letters': bits(5),
        'n-gram of 4 letters': bits(4),
        trigram: bits(3),
        bigram: bits(2),
        'letters alone': bits(1),
      },
      shown: linesOfNames((temperature) => model.write(session.rng, temperature), readNames()),
    };
  },
};

/** The same for all seeds. */
export function parts(): Record<'train' | 'heldOut' | 'test', string[]> {
  return splitExamples(readNames(), { train: 0.8, heldOut: 0.1, test: 0.1 }, seededRng(1));
}

export class NameWriter extends Module {
  /** The letters; what comes before a name, and after it, is one token more. */
  readonly letters: Vocabulary;
  readonly embedding: Embedding;
  readonly lstm: LSTM;
  readonly out: Linear;
  readonly rng: Rng;

  constructor(examples: readonly string[], rng: Rng) {
    super();
    this.letters = vocabulary([...new Set(examples.join(''))].sort(), { specials: ['.'] });
    this.embedding = new Embedding(this.letters.size, WIDTH, { rng });
    this.lstm = new LSTM(WIDTH, HIDDEN, { rng, batchFirst: true, forgetBias: 1 });
    this.out = new Linear(HIDDEN, this.letters.size, { rng });
    this.rng = rng;
  }

  /** N beginnings of names, the longest of T letters → scores of what comes next [N, T, letters] */
  forward(ids: number[][], state?: LstmState): { logits: Tensor; state: LstmState } {
    const { output, state: next } = this.lstm.forward(this.embedding.forward(ids), { state });
    return { logits: this.out.forward(dropout(output, DROPOUT, this.rng, this.training)), state: next };
  }

  /** The mean over all letters and ends; what comes after them does not count. */
  loss(examples: readonly string[]): Tensor {
    const [end] = this.letters.encode('.');
    const whole = examples.map((name) => [end, ...this.letters.encode(name), end]);
    const inputs = padded(
      whole.map((ids) => ids.slice(0, -1)),
      end,
    );
    const targets = padded(
      whole.map((ids) => ids.slice(1)),
      NOTHING,
    );
    const { logits } = this.forward(inputs.ids);
    return crossEntropy(transpose(logits, 1, 2), targets.ids, { ignoreIndex: NOTHING });
  }

  /** A new name. The lower the temperature, the more often it takes what is likely; 1 takes it as often as it says. */
  write(rng: Rng, temperature: number): string {
    const letters: string[] = [];
    let last = '.';
    let state: LstmState | undefined;
    do {
      const said = noGrad(() => this.forward([this.letters.encode(last)], state));
      state = said.state;
      last = choice(this.letters.tokens, rng, softmax(div(said.logits, temperature), -1).storage);
      letters.push(last);
    } while (last !== '.');
    return letters.slice(0, -1).join('');
  }
}

function trained(train: string[], heldOut: string[], { rng, say, checkpoint }: Session): NameWriter {
  const model = new NameWriter(train, rng);
  fit({
    model,
    rng,
    optimizer: new AdamW(model.parameters(), { lr: 0.015, weightDecay: 0.05 }),
    schedule: warmUp({ steps: 100 }, cosine({ steps: EPOCHS * Math.ceil(train.length / BATCH) })),
    epochs: EPOCHS,
    batches: ({ rng: own }) => batchesByLength(train, (name) => name.length, BATCH, own),
    loss: (batch) => model.loss(batch),
    clipNorm: 1,
    validate: () => model.loss(heldOut).item(),
    checkpoint: checkpoint('names'),
    onEpoch: (epoch) => say(epochLine(epoch)),
  });
  return model;
}
