import { describe, expect, it } from 'vitest';
import { noGrad, seededRng, tensor } from '#autograd';
import { binaryCrossEntropyWithLogits } from '#autograd/nn';
import { Adam } from '#autograd/optim';
import { fit, vocabulary } from '#autograd/train';
import { accuracy } from './baselines/accuracy.ts';
import { nGramClassifier } from './baselines/n-gram-classifier.ts';
import { Sentiment, sentences } from './sentiment.ts';
import type { Sentence } from './sentiment-sentences.ts';
import { exchanged, linesOfPairs, linesOfReading } from './sentiment-shown.ts';

const { train, heldOut, test } = sentences();
const textOf = ({ words }: Sentence) => words.join(' ');
const sentence = (text: string, label: 0 | 1): Sentence => ({ words: text.split(' '), label });

const pair = [sentence('the film was good but boring', 0), sentence('the film was boring but good', 1)];
const four = [...pair, sentence('it was good', 1), sentence('it was not good', 0)];

function small(): Sentiment {
  const words = vocabulary(
    four.flatMap((one) => one.words),
    { specials: ['<pad>'] },
  );
  return new Sentiment(words, seededRng(1));
}

describe('the sentences', () => {
  it('of the test are in no other part, and hold no word that training does not', () => {
    expect([train.length, heldOut.length, test.length]).toEqual([3000, 500, 1000]);
    const seen = new Set([...train, ...heldOut].map(textOf));
    expect(test.map(textOf).filter((text) => seen.has(text))).toEqual([]);
    const known = new Set(train.flatMap(({ words }) => words));
    expect([...heldOut, ...test].flatMap(({ words }) => words).filter((word) => !known.has(word))).toEqual(
      [],
    );
  });

  it('are not told by their words, and only partly by three words in a row', () => {
    const share = (order: number) => {
      const says = nGramClassifier(train, order);
      const said = test.map(({ words }) => says(words));
      return accuracy(
        said,
        test.map(({ label }) => label),
      );
    };
    expect(share(1)).toBe(0.426);
    expect(share(3)).toBe(0.785);
  });
});

describe('a network for sentiment', () => {
  it('says of a sentence the same whatever is padded beside it', () => {
    const model = small();
    const texts = four.map(({ words }) => words);
    const alone = texts.flatMap((words) => [...model.forward([words]).storage]);
    for (const [i, logit] of model.forward(texts).storage.entries()) expect(logit).toBeCloseTo(alone[i], 12);
  });

  it('learns which of two orders of the same words is praise', () => {
    const model = small();
    const logits = () => model.forward(four.map(({ words }) => words));
    fit({
      model,
      rng: seededRng(1),
      optimizer: new Adam(model.parameters(), { lr: 0.03 }),
      epochs: 40,
      batches: () => [four],
      loss: () => binaryCrossEntropyWithLogits(logits(), tensor(four.map(({ label }) => [label]))),
    });
    const said = noGrad(() => [...logits().storage].map((logit) => (logit > 0 ? 1 : 0)));
    expect(said).toEqual(four.map(({ label }) => label));
  });
});

describe('what is shown of it', () => {
  it('are pairs of the same words with opposite meanings', () => {
    expect(exchanged(pair[0])).toEqual(pair[1]);
    expect(exchanged(exchanged(pair[0]))).toEqual(pair[0]);
  });

  it('says which verdicts are right', () => {
    const lines = linesOfPairs(
      pair,
      (words) => (words.at(-1) === 'good' ? 0.9 : 0.2),
      () => 1,
    );
    expect(lines.slice(2).map((line) => line.trim())).toEqual([
      'the film was good but boring  blame  ✓  praise ✗',
      'the film was boring but good  praise ✓  praise ✓',
    ]);
  });

  it('stands under the words after which it is believed', () => {
    const [, , words, sure] = linesOfReading([four[3]], (read) => read.length / 4);
    expect([words, sure]).toEqual(['  it   was  not  good', '  0.25 0.50 0.75 1.00']);
  });
});
