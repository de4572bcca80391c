import type { SomeLimits } from '#checks';

/** What each exercise is worth; the whole course is worth 1,000. */
export const points = {
  '01-neuron': 20,
  '02-activations': 30,
  '03-layers': 20,
  '04-xor': 30,
  '05-gradient-descent': 30,
  '06-chain-rule': 20,
  '07-scalar-engine': 40,
  '08-broadcasting': 30,
  '09-matmul-backward': 30,
  '10-cross-entropy': 30,
  '11-embedding': 20,
  '12-rnn-cell': 30,
  '13-rnn-forward': 30,
  '14-bptt': 40,
  '15-vanishing-gradient': 30,
  '16-gradient-clipping': 20,
  '17-lstm-gates': 20,
  '18-lstm-cell': 30,
  '19-lstm-backward': 40,
  '20-pytorch-weights': 20,
  '21-gru-cell': 30,
  '22-gru-reset-after': 20,
  '23-bidirectional': 40,
  '24-stacked-dropout': 40,
  '25-initialisation': 30,
  '26-optimisers': 40,
  '27-truncated-bptt': 20,
  '28-language-model': 40,
  '29-sampling': 30,
  '30-many-to-one': 20,
  '31-many-to-many': 20,
  '32-forecasting': 30,
  '33-seq2seq': 20,
  '34-training-strategy': 20,
  '35-attention': 40,
};

/**
 * What a submission may use. Whatever is left out has the grader's default; `checks.ts` of an exercise may set other
 * limits for its `call` and `exercise` by a `limits` of its own.
 *
 * Processor time is what counts. Time on the clock is longer, as a busy machine lets a program wait.
 */
export const limits: SomeLimits = {
  call: { processorSeconds: 2, wallSeconds: 10, answerMegabytes: 8 },
  exercise: { processorSeconds: 30, wallSeconds: 90, answerMegabytes: 256 },
  submission: { processorSeconds: 120, wallSeconds: 300, answerMegabytes: 1024 },
  memoryMegabytes: 256,
};
