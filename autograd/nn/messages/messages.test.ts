import { seededRng, zeros } from '#autograd';
import { attend, crossEntropy, Decoder, Encoder, EncoderDecoder, embedding, mseLoss } from '#autograd/nn';
import { describeMessages, type Mistakes } from '../../testing/mistakes.ts';
import * as attention from './attention.ts';
import * as ids from './ids.ts';
import * as losses from './losses.ts';
import * as seq2seq from './seq2seq.ts';

const rng = seededRng(1);
const logits = zeros([2, 3]);
const K = zeros([2, 3, 4]);
const encoder = new Encoder(5, 2, 4, { rng });
const model = new EncoderDecoder(encoder, new Decoder(5, 2, 4, { rng }));

const mistakes: Mistakes = {
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

describeMessages({ ...ids, ...losses, ...attention, ...seq2seq }, mistakes);
