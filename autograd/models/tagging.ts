import { argmax, noGrad, type Rng, seededRng, type Tensor, transpose } from '#autograd';
import { crossEntropy, Embedding, Linear, LSTM, Module } from '#autograd/nn';
import { Adam, cosine, warmUp } from '#autograd/optim';
import { batches, epochLine, fit, padded, splitExamples, type Vocabulary, vocabulary } from '#autograd/train';
import { accuracy } from './baselines/accuracy.ts';
import { letterTagger } from './baselines/letter-tagger.ts';
import { type Pronunciation, readPronunciations } from './data.ts';
import type { Experiment, Session } from './experiment.ts';
import { linesOfLetters, linesOfWords, type Tagger } from './tagging-shown.ts';

/**
 * Many to many: for each letter of a word the sound that it makes there. What a letter sounds is decided by those after
 * it too (`cat`, `city`; `hat`, `hate`), so the word is read in both directions; a network that reads forward only is
 * trained to compare.
 */

const WIDTH = 32;
const HIDDEN = 64;
const BATCH = 32;
const EPOCHS = 8;
/** Where a word has ended, no tag is right or wrong. */
const NO_TAG = -100;

export const tagging: Experiment = {
  title: 'from spelling to sound: what each letter of an English word says',
  metric: { name: 'accuracy by letter', better: 'higher' },
  run(session) {
    const { train, heldOut, test } = words();
    const both = trained(true, train, heldOut, session);
    const forward = trained(false, train, heldOut, session);
    const accuracyOf = (tagsOf: Tagger) => letterAccuracy(tagsOf, test);
    return {
      model: accuracyOf(both),
      baselines: {
        'forward only': accuracyOf(forward),
        'three letters on either side': accuracyOf(letterTagger(train, 3)),
        'one letter on either side': accuracyOf(letterTagger(train, 1)),
        'the letter alone': accuracyOf(letterTagger(train, 0)),
      },
      shown: [...linesOfWords(test, both), '', ...linesOfLetters(test, forward, both)],
    };
  },
};

/** The same for all seeds. */
export function words(): Record<'train' | 'heldOut' | 'test', Pronunciation[]> {
  return splitExamples(readPronunciations(), { train: 0.8, heldOut: 0.1, test: 0.1 }, seededRng(1));
}

/** The letters of all words count alike: long words have more of them. */
export function letterAccuracy(tagsOf: Tagger, examples: readonly Pronunciation[]): number {
  return accuracy(
    examples.flatMap(({ word }) => tagsOf(word)),
    examples.flatMap(({ tags }) => tags),
  );
}

export class LetterTagger extends Module {
  readonly letters: Vocabulary;
  readonly tags: Vocabulary;
  readonly embedding: Embedding;
  readonly lstm: LSTM;
  readonly out: Linear;

  constructor(examples: readonly Pronunciation[], bidirectional: boolean, rng: Rng) {
    super();
    this.letters = vocabulary(
      examples.flatMap(({ word }) => [...word]),
      { specials: ['<pad>'] },
    );
    this.tags = vocabulary(examples.flatMap(({ tags }) => tags));
    this.embedding = new Embedding(this.letters.size, WIDTH, { rng, paddingIdx: this.letters.id('<pad>') });
    this.lstm = new LSTM(WIDTH, HIDDEN, { rng, batchFirst: true, bidirectional });
    this.out = new Linear(bidirectional ? 2 * HIDDEN : HIDDEN, this.tags.size, { rng });
  }

  /** N words, the longest of T letters → [N, T, tags] */
  forward(words: readonly string[]): Tensor {
    const encoded = words.map((word) => this.letters.encode(word));
    const { ids, lengths } = padded(encoded, this.letters.id('<pad>'));
    const { output } = this.lstm.forward(this.embedding.forward(ids), { lengths });
    return this.out.forward(output);
  }

  /** The mean over all letters of the words; padding does not count. */
  loss(examples: readonly Pronunciation[]): Tensor {
    const logits = this.forward(examples.map(({ word }) => word));
    const targets = padded(
      examples.map(({ tags }) => this.tags.encode(tags)),
      NO_TAG,
    );
    return crossEntropy(transpose(logits, 1, 2), targets.ids, { ignoreIndex: NO_TAG });
  }

  tagsOf(word: string): string[] {
    const best = noGrad(() => argmax(this.forward([word]), 2));
    return this.tags.decode(best.storage);
  }
}

function trained(both: boolean, train: Pronunciation[], heldOut: Pronunciation[], session: Session): Tagger {
  const { rng, say, checkpoint } = session;
  const model = new LetterTagger(train, both, rng);
  const name = both ? 'both directions' : 'forward only';
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
    checkpoint: checkpoint(both ? 'tagging' : 'tagging-forward'),
    onEpoch: (epoch) => say(`${name}, ${epochLine(epoch)}`),
  });
  return (word) => model.tagsOf(word);
}
