import { div, noGrad, type Rng, sum, type Tensor, tensor } from '#autograd';
import { crossEntropy, Embedding, Linear, Module } from '#autograd/nn';
import { Adam } from '#autograd/optim';
import { batches, padded, type Vocabulary, vocabulary } from '#autograd/train';

type Words = readonly string[];

/** Words in their order, and the number of their class. */
interface Labelled {
  words: Words;
  label: number;
}

export interface MeanOptions {
  rng: Rng;
  /** 10 unless stated. */
  epochs?: number;
}

const WIDTH = 16;
const BATCH = 32;

/**
 * Learns to tell classes of sentences by the mean of the vectors of their words: in whatever order the words come, it
 * says the same.
 *
 * @returns a function from words to the number of a class
 * @throws RangeError when there are no sentences
 */
export function meanOfEmbeddings(
  sentences: readonly Labelled[],
  { rng, epochs = 10 }: MeanOptions,
): (words: Words) => number {
  if (sentences.length === 0) throw new RangeError('meanOfEmbeddings: there are no sentences.');
  const all = vocabulary(wordsOf(sentences).flat(), { specials: ['<pad>', '<unk>'] });
  const model = new MeanOfEmbeddings(all, Math.max(...labelsOf(sentences)) + 1, rng);
  const optimizer = new Adam(model.parameters(), { lr: 0.01 });
  for (let epoch = 0; epoch < epochs; epoch++)
    for (const batch of batches(sentences, BATCH, rng)) {
      optimizer.zeroGrad();
      crossEntropy(model.forward(wordsOf(batch)), labelsOf(batch)).backward();
      optimizer.step();
    }
  return (words) => noGrad(() => model.forward([words]).argmax().item());
}

/** A linear layer over the mean of the words' vectors. */
class MeanOfEmbeddings extends Module {
  readonly vocabulary: Vocabulary;
  readonly embedding: Embedding;
  readonly output: Linear;

  constructor(all: Vocabulary, classes: number, rng: Rng) {
    super();
    this.vocabulary = all;
    this.embedding = new Embedding(all.size, WIDTH, { rng, paddingIdx: all.id('<pad>') });
    this.output = new Linear(WIDTH, classes, { rng });
  }

  /** @returns [N, classes] */
  forward(sentences: readonly Words[]): Tensor {
    const encoded = sentences.map((words) => this.vocabulary.encode(words));
    const { ids, lengths } = padded(encoded, this.vocabulary.id('<pad>'));
    // the vector of the padding is zero, and adds nothing
    const sums = sum(this.embedding.forward(ids), 1);
    return this.output.forward(div(sums, tensor(lengths.map((length) => [length]))));
  }
}

const wordsOf = (sentences: readonly Labelled[]) => sentences.map(({ words }) => words);
const labelsOf = (sentences: readonly Labelled[]) => sentences.map(({ label }) => label);
