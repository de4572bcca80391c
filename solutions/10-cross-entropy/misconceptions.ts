import type { Misconception } from '#checks';

export const misconceptions: Misconception[] = [
  {
    id: 'overflow',
    name: 'exponentials are taken of the raw scores',
    explanation:
      'The exponential of a large score is infinite, and its logarithm too. One number may be subtracted from all scores of a row without changing a probability, and the largest is the one that keeps every exponential small.',
    replace: [['sub(logits, max(logits, -1, true))', 'sub(logits, 0)']],
  },
  {
    id: 'log-of-zero',
    name: 'the logarithm is taken of a probability that has rounded to 0',
    explanation:
      'A probability below 10⁻³²⁴ is 0 in floating point, and its logarithm is −∞. Written as a difference, the score itself stays in the result and nothing is rounded away.',
    replace: [
      [
        'return sub(moved, log(sum(exp(moved), -1, true)));',
        'return log(exp(moved).div(sum(exp(moved), -1, true)));',
      ],
    ],
  },
  {
    id: 'softmax-twice',
    name: 'the loss applies the softmax twice',
    explanation:
      'logSoftmax takes scores, and probabilities are no scores: they lie between 0 and 1, so a second softmax makes them all nearly alike. The loss looks up the logarithms as they are.',
    replace: [
      ['gather(logSoftmax(logits), 1, column)', 'gather(logSoftmax(exp(logSoftmax(logits))), 1, column)'],
    ],
  },
  {
    id: 'first-axis',
    name: 'logSoftmax sums over the first axis',
    explanation:
      'The scores of one example stand in one row, along the last axis, and they compete with each other. Over the first axis the examples of a batch would compete instead.',
    replace: [
      ['max(logits, -1, true)', 'max(logits, 0, true)'],
      ['log(sum(exp(moved), -1, true))', 'log(sum(exp(moved), 0, true))'],
    ],
  },
  {
    id: 'over-everything',
    name: 'logSoftmax sums over the whole batch',
    explanation:
      'Every row is a distribution of its own and sums to 1 by itself. A sum over all rows makes the examples of a batch compete for one probability.',
    replace: [
      ['max(logits, -1, true)', 'max(logits)'],
      ['log(sum(exp(moved), -1, true))', 'log(sum(exp(moved)))'],
    ],
  },
  {
    id: 'summed-loss',
    name: 'the loss is the sum over the batch in place of the mean',
    explanation:
      'A sum grows with the batch, and the steps of the optimiser with it. The mean keeps the size of a step the same for every batch.',
    replace: [['neg(mean(', 'neg(sum(']],
  },
  {
    id: 'summed-gradient',
    name: 'the gradient is that of the sum in place of the mean',
    explanation:
      'The loss is a mean over N examples, so each row of its gradient holds a factor of 1/N. Without it loss and gradient do not belong together.',
    replace: [['pc - 1 : pc) / N)', 'pc - 1 : pc))']],
  },
  {
    id: 'mean-over-all',
    name: 'the gradient is divided by the number of scores',
    explanation:
      'The mean is taken over the N examples; each of them has one loss, however many classes there are. Divided by N·C the gradient is too small by the number of classes.',
    replace: [['pc - 1 : pc) / N)', 'pc - 1 : pc) / (N * row.length))']],
  },
  {
    id: 'not-negated',
    name: 'the loss is the log-probability, without the minus',
    explanation:
      'Logarithms of probabilities are negative, and training makes the loss small. Without the minus the network would learn to give the right class no probability at all.',
    replace: [['return neg(mean(', 'return (mean(']],
  },
  {
    id: 'target-forgotten',
    name: 'the gradient is the softmax, without the 1 of the target',
    explanation:
      'The loss has two terms, and the score of the right class stands in both. Without the second one every score would be pushed down, the right one too.',
    replace: [['(c === targets[n] ? pc - 1 : pc)', 'pc']],
  },
  {
    id: 'probability-of-target-only',
    name: 'the gradient reaches the right class alone',
    explanation:
      'All classes share one total, so raising any score takes probability from the right one. Each wrong class receives its own probability as its gradient.',
    replace: [['(c === targets[n] ? pc - 1 : pc)', '(c === targets[n] ? pc - 1 : 0)']],
  },
  {
    id: 'targets-unchecked',
    name: 'targets that are no class are taken',
    explanation:
      'The engine counts −1 from the end, and a comparison with 1.5 is simply never true, so a mistake in the data becomes a number. What is no whole number from 0 to C − 1 is refused.',
    replace: [
      ['!(Number.isInteger(target) && target >= 0 && target < C)', 'target === Number.POSITIVE_INFINITY'],
      [
        'targets.map((target) => [target])',
        'targets.map((target) => [(Math.trunc(Math.abs(target)) || 0) % logits.shape[1]!])',
      ],
    ],
  },
];
