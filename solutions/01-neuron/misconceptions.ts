import type { Misconception } from '#checks';

export const misconceptions: Misconception[] = [
  {
    id: 'no-bias',
    name: 'the bias is left out',
    explanation:
      'The bias is what the sum holds when all inputs are 0; without it every neuron has its threshold at 0. Think of where the sum begins.',
    replace: [['sum + w[i]! * xi, b)', 'sum + w[i]! * xi, 0)']],
  },
  {
    id: 'bias-after-activation',
    name: 'the bias is added after the activation',
    explanation:
      'The bias moves the place where the activation bends, so it is part of the sum that goes in. Added to what comes out, it only moves the result.',
    replace: [['f(weightedSum(x, w, b))', 'f(weightedSum(x, w, 0)) + b']],
  },
  {
    id: 'bias-subtracted',
    name: 'the bias is subtracted, like a threshold',
    explanation:
      'A threshold is something that the sum must exceed; a bias is the same number with the other sign, and it is added. A positive bias makes a neuron more willing to fire.',
    replace: [['sum + w[i]! * xi, b)', 'sum + w[i]! * xi, -b)']],
  },
  {
    id: 'bias-for-each-input',
    name: 'the bias is added once for each input',
    explanation:
      'A neuron has one bias, however many inputs it has. It stands beside the sum over the inputs, not inside it.',
    replace: [['sum + w[i]! * xi, b)', 'sum + w[i]! * xi + b, 0)']],
  },
  {
    id: 'first-weight',
    name: 'the first weight is used for every input',
    explanation:
      'Each input has a weight of its own, which says how much this one counts. With one weight for all, a neuron could not prefer one input to another.',
    replace: [['w[i]! * xi', 'w[0]! * xi']],
  },
  {
    id: 'first-input',
    name: 'only the first input is looked at',
    explanation:
      'The sum runs over all inputs. A result that stays the same when the second input moves has stopped too early.',
    replace: [['x.reduce(', 'x.slice(0, 1).reduce(']],
  },
  {
    id: 'activation-of-each-product',
    name: 'the activation is applied to each product',
    explanation:
      'A neuron first gathers all that comes in and then decides once. The activation of a sum is something else than the sum of activations, unless it is a straight line through 0.',
    replace: [
      [
        'return f(weightedSum(x, w, b));',
        'return x.reduce((sum, xi, i) => sum + f(weightedSum([xi], [w[i]!], 0)), b);',
      ],
    ],
  },
  {
    id: 'no-activation',
    name: 'the activation is left out',
    explanation:
      'What a neuron puts out is y = f(z), not z itself. Without f a network of any depth is one weighted sum.',
    replace: [['return f(weightedSum(x, w, b));', 'return weightedSum(x, w, b);']],
  },
  {
    id: 'lengths',
    name: 'the lengths are not compared',
    explanation:
      'An input without a weight, or a weight without an input, is a mistake of the caller, and an answer would hide it: a wrong number, or NaN. What does not fit is refused with a RangeError.',
    replace: [['x.length !== w.length', 'false']],
  },
];
