import { type Rng, seededRng, type Tensor, transpose } from '#autograd';
import { crossEntropy, Decoder, Encoder, EncoderDecoder, type Generated, Module } from '#autograd/nn';
import { Adam, cosine, warmUp } from '#autograd/optim';
import { batches, epochLine, fit, forcingRatio, padded, type Vocabulary, vocabulary } from '#autograd/train';
import { accuracy } from './baselines/accuracy.ts';
import { placeByPlace } from './baselines/place-by-place.ts';
import type { Experiment, Session } from './experiment.ts';
import { linesOfAttention, linesOfNumbers } from './reverse-shown.ts';
import { type Spoken, spokenNumbers } from './spoken-numbers.ts';

/**
 * Sequence to sequence with attention: a number is read in words and written in digits, the last one first, so that
 * attention must run backwards through what was read. Words and digits are not one to one: nothing is said for a zero,
 * and eleven is two digits. The same network without attention, which must keep the whole number in one state, is
 * trained to compare.
 */

const WIDTH = 32;
const HIDDEN = 64;
const BATCH = 32;
const EPOCHS = 10;
/** At first the decoder is fed what is right, in the end half of the time what it wrote itself. */
const FORCING = { start: 1, end: 0.5, epochs: EPOCHS };
/** The most digits of a number, and the end. */
const LONGEST = 7;
/** Where a number has ended, no digit is right or wrong. */
const NO_DIGIT = -100;

type Parts = Record<'train' | 'heldOut' | 'test', Spoken[]>;

export const reverse: Experiment = {
  title: 'numbers read in words and written in digits, the last one first, by attention that runs backwards',
  metric: { name: 'share of numbers without a mistake', better: 'higher' },
  run(session) {
    const parts = numbers();
    const model = trained(true, parts, session);
    const forgetful = trained(false, parts, session);
    const { train, test } = parts;
    const byPlace = placeByPlace(
      train.map(({ words, digits }) => ({ source: words, target: digits })),
      'end',
    );
    return {
      model: shareRight(test, model.write(test).digits),
      baselines: {
        'the same without attention': shareRight(test, forgetful.write(test).digits),
        'word by word, from the last': shareRight(
          test,
          test.map(({ words }) => byPlace(words)),
        ),
      },
      shown: [...linesOfNumbers(test, model.write(test).digits), '', ...linesOfAttention(test, model)],
    };
  },
};

/** The same for all seeds. */
export function numbers(): Parts {
  return spokenNumbers(3200, seededRng(1));
}

function shareRight(spoken: readonly Spoken[], written: readonly (readonly string[])[]): number {
  return accuracy(
    written.map((digits) => digits.join('')),
    spoken.map(({ digits }) => digits.join('')),
  );
}

export class Reverser extends Module {
  readonly words: Vocabulary;
  readonly digits: Vocabulary;
  readonly network: EncoderDecoder;

  constructor(examples: readonly Spoken[], attention: boolean, rng: Rng) {
    super();
    this.words = vocabulary(
      examples.flatMap(({ words }) => words),
      { specials: ['<pad>'] },
    );
    this.digits = vocabulary('0123456789', { specials: ['<bos>', '<eos>'] });
    this.network = new EncoderDecoder(
      new Encoder(this.words.size, WIDTH, HIDDEN, { rng }),
      new Decoder(this.digits.size, WIDTH, HIDDEN, { rng, attention }),
    );
  }

  /** The mean over all digits and ends; padding does not count. */
  loss(examples: readonly Spoken[], forcing?: () => boolean): Tensor {
    const [bos, eos] = [this.digits.id('<bos>'), this.digits.id('<eos>')];
    const digits = examples.map((spoken) => this.digits.encode(spoken.digits));
    const fed = padded(
      digits.map((ids) => [bos, ...ids]),
      eos,
    );
    const right = padded(
      digits.map((ids) => [...ids, eos]),
      NO_DIGIT,
    );
    const { ids, lengths } = this.#read(examples);
    const logits = this.network.forward(ids, lengths, fed.ids, { forcing });
    return crossEntropy(transpose(logits, 1, 2), right.ids, { ignoreIndex: NO_DIGIT });
  }

  /** The likeliest digits, one by one, and where the network looked for each. */
  write(spoken: readonly Spoken[]): { digits: string[][] } & Pick<Generated, 'weights'> {
    const { ids, lengths } = this.#read(spoken);
    const [bos, eos] = [this.digits.id('<bos>'), this.digits.id('<eos>')];
    const written = this.network.generate(ids, lengths, { bos, eos, maxLength: LONGEST });
    return { digits: written.ids.map((row) => this.digits.decode(row)), weights: written.weights };
  }

  #read(spoken: readonly Spoken[]) {
    return padded(
      spoken.map(({ words }) => this.words.encode(words)),
      this.words.id('<pad>'),
    );
  }
}

function trained(attention: boolean, { train, heldOut }: Parts, { rng, say, checkpoint }: Session): Reverser {
  const model = new Reverser(train, attention, rng);
  const name = attention ? 'with attention' : 'without attention';
  fit({
    model,
    rng,
    optimizer: new Adam(model.parameters(), { lr: 0.01 }),
    schedule: warmUp({ steps: 50 }, cosine({ steps: EPOCHS * Math.ceil(train.length / BATCH) })),
    epochs: EPOCHS,
    batches: ({ rng: own }) => batches(train, BATCH, own),
    loss: (batch, { epoch, rng: own }) => model.loss(batch, () => own() < forcingRatio(epoch, FORCING)),
    clipNorm: 1,
    validate: () => model.loss(heldOut).item(),
    checkpoint: checkpoint(attention ? 'reverse' : 'reverse-without-attention'),
    onEpoch: (epoch) => say(`${name}, ${epochLine(epoch)}`),
  });
  return model;
}
