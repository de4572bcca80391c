import { describe, expect, it } from 'vitest';
import { seededRng, zeros } from '#autograd';
import {
  attend,
  crossEntropy,
  Decoder,
  Dropout,
  Encoder,
  EncoderDecoder,
  embedding,
  layerNorm,
  mseLoss,
} from '#autograd/nn';
import * as attention from './attention.ts';
import * as ids from './ids.ts';
import * as losses from './losses.ts';
import * as seq2seq from './seq2seq.ts';

const rng = seededRng(1);
const logits = zeros([2, 3]);
const K = zeros([2, 3, 4]);
const encoder = new Encoder(5, 2, 4, { rng });
const model = new EncoderDecoder(encoder, new Decoder(5, 2, 4, { rng }));

/** What a user does, by the message it leads to. */
const mistakes: Record<string, () => unknown> = {
  noSuchId: () => embedding([[0, 9]], logits),
  comparedShapesDiffer: () => mseLoss(logits, zeros([3])),
  noClassAxis: () => crossEntropy(zeros([]), 0),
  targetsDoNotFit: () => crossEntropy(logits, [1]),
  weightDoesNotFit: () => crossEntropy(logits, [1, 1], { weight: zeros([2]) }),
  nothingCounts: () => crossEntropy(logits, [-100, -100]),
  noShare: () => crossEntropy(logits, [1, 1], { labelSmoothing: 2 }),
  doNotAttend: () => attend(zeros([2, 3]), K, K),
  maskDoesNotFit: () => attend(zeros([2, 4]), K, K, { mask: [1, 1] }),
  wrongNumberOfLengths: () => attend(zeros([2, 4]), K, K, { lengths: [1] }),
  badLength: () => attend(zeros([2, 4]), K, K, { lengths: [1, 4] }),
  noBatch: () => encoder.forward([1, 2]),
  halvesDiffer: () => new Encoder(5, 2, 3, { rng, bidirectional: true }),
  noSteps: () => model.generate([[1]], [1], { bos: 0, eos: 1, maxLength: 0.5 }),
};

/** `where: what, with a shape or a value.` and on the next line what would fit. */
const SAYS_ALL = /^[a-zA-Z]+: [^\n]*(\[.*\]|\d)[^\n]*\.\n {2}[^\n]+\.$/;

function errorOf(f: () => unknown): Error {
  try {
    f();
  } catch (error) {
    return error as Error;
  }
  throw new Error('nothing was thrown');
}

describe('a message', () => {
  const families = { ...ids, ...losses, ...attention, ...seq2seq };

  it('is there for every mistake below, and each is tried', () => {
    expect(Object.keys(mistakes).sort()).toEqual(Object.keys(families).sort());
  });

  const others = {
    'of dropout': () => new Dropout(2, { rng }),
    'of layerNorm': () => layerNorm(logits, 2),
  };
  for (const [name, mistake] of Object.entries({ ...mistakes, ...others })) {
    it(`${name} names the place, what it found, and what would fit`, () => {
      const error = errorOf(mistake);
      expect(error).toBeInstanceOf(RangeError);
      expect(error.message).toMatch(SAYS_ALL);
    });
  }
});
