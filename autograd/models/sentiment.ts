import { noGrad, type Rng, seededRng, select, sigmoid, type Tensor, tensor } from '#autograd';
import { binaryCrossEntropyWithLogits, Embedding, Linear, LSTM, Module } from '#autograd/nn';
import { Adam, cosine, warmUp } from '#autograd/optim';
import { batches, epochLine, fit, padded, splitExamples, type Vocabulary, vocabulary } from '#autograd/train';
import { accuracy } from './baselines/accuracy.ts';
import { majority } from './baselines/majority.ts';
import { meanOfEmbeddings } from './baselines/mean-of-embeddings.ts';
import { nGramClassifier } from './baselines/n-gram-classifier.ts';
import { readAdjectives } from './data.ts';
import type { Experiment, Session } from './experiment.ts';
import { type Sentence, sentimentSentences } from './sentiment-sentences.ts';
import { linesOfPairs, linesOfReading } from './sentiment-shown.ts';

/**
 * Many to one: a sentence is read word by word, and the state after its last word says whether it is praise.
 *
 * The adjectives are real, with the valences of AFINN; the sentences are made, by a grammar of six forms in which order
 * decides. So a network can come to be always right, as it cannot of sentences that people wrote. What those of the test
 * say, a form with its adjectives, was never said in training. Methods that do not hear the order even come below chance:
 * who heard only `the film is not dull` takes `the film is dull` for praise.
 */

const WIDTH = 16;
const HIDDEN = 32;
const BATCH = 32;
const EPOCHS = 8;

export const sentiment: Experiment = {
  title: 'praise or blame? Sentences in which the order of the words decides',
  metric: { name: 'accuracy', better: 'higher' },
  run(session) {
    const { train, heldOut, test } = sentences();
    const praiseIn = trained(train, heldOut, session);
    const meanSays = meanOfEmbeddings(train, { rng: seededRng(2) });
    const accuracyOf = (says: (words: readonly string[]) => number) =>
      accuracy(
        test.map(({ words }) => says(words)),
        test.map(({ label }) => label),
      );
    const most = majority(train.map(({ label }) => label));
    return {
      model: accuracyOf((words) => Math.round(praiseIn(words))),
      baselines: {
        'mean of embeddings': accuracyOf(meanSays),
        'three words in a row': accuracyOf(nGramClassifier(train, 3)),
        'naive Bayes': accuracyOf(nGramClassifier(train, 1)),
        majority: accuracyOf(() => most),
      },
      shown: [...linesOfReading(test, praiseIn), '', ...linesOfPairs(test, praiseIn, meanSays)],
    };
  },
};

interface Parts {
  train: Sentence[];
  heldOut: Sentence[];
  test: Sentence[];
}

/** The same for all seeds. What the sentences of `test` say, those of the other two parts do not. */
export function sentences(): Parts {
  const rng = seededRng(1);
  const { train, heldOut } = sentimentSentences(readAdjectives(), rng, { train: 3500, heldOut: 1000 });
  return { ...splitExamples(train, { train: 6 / 7, heldOut: 1 / 7 }, rng), test: heldOut };
}

export class Sentiment extends Module {
  readonly words: Vocabulary;
  readonly embedding: Embedding;
  readonly lstm: LSTM;
  readonly out: Linear;

  constructor(words: Vocabulary, rng: Rng) {
    super();
    this.words = words;
    this.embedding = new Embedding(words.size, WIDTH, { rng, paddingIdx: words.id('<pad>') });
    this.lstm = new LSTM(WIDTH, HIDDEN, { rng, batchFirst: true });
    this.out = new Linear(HIDDEN, 1, { rng });
  }

  /** @returns [N, 1], above 0 for praise */
  forward(sentences: readonly (readonly string[])[]): Tensor {
    const encoded = sentences.map((words) => this.words.encode(words));
    const { ids, lengths } = padded(encoded, this.words.id('<pad>'));
    // the state of a sentence is that after its last word, not after its padding
    const { state } = this.lstm.forward(this.embedding.forward(ids), { lengths });
    return this.out.forward(select(state.h, 0, 0));
  }
}

/** @returns how surely words are praise, from 0 to 1 */
function trained(
  train: Sentence[],
  heldOut: Sentence[],
  session: Session,
): (words: readonly string[]) => number {
  const { rng, say, checkpoint } = session;
  const all = vocabulary(
    train.flatMap(({ words }) => words),
    { specials: ['<pad>'] },
  );
  const model = new Sentiment(all, rng);
  const lossOf = (sentences: Sentence[]) =>
    binaryCrossEntropyWithLogits(
      model.forward(sentences.map(({ words }) => words)),
      tensor(sentences.map(({ label }) => [label])),
    );
  fit({
    model,
    rng,
    optimizer: new Adam(model.parameters(), { lr: 0.01 }),
    schedule: warmUp({ steps: 20 }, cosine({ steps: EPOCHS * Math.ceil(train.length / BATCH) })),
    epochs: EPOCHS,
    batches: ({ rng: own }) => batches(train, BATCH, own),
    loss: lossOf,
    clipNorm: 1,
    validate: () => lossOf(heldOut).item(),
    checkpoint: checkpoint('sentiment'),
    onEpoch: (epoch) => say(epochLine(epoch)),
  });
  return (words) => noGrad(() => sigmoid(model.forward([words])).item());
}
