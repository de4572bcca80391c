import type { Misconception } from '#checks';

export const misconceptions: Misconception[] = [
  {
    id: 'linear-hidden',
    name: 'the hidden layer has no activation',
    explanation:
      'Without tanh the hidden layer is a weighted sum, and the output a weighted sum of weighted sums: the border between the classes is one straight line again. The bend in each hidden unit is what lets the net go around a corner.',
    replace: [['Math.tanh(dot(row, x) + p.b1[k]!)', 'dot(row, x) + p.b1[k]!']],
  },
  {
    id: 'no-sigmoid',
    name: 'the output is not squashed by the sigmoid',
    explanation:
      'The output should be read as a probability, and w2·h + b2 can be any number. The sigmoid brings it between 0 and 1, and its ½ lies where the sum is 0.',
    replace: [['return sigmoid(dot(p.w2, h) + p.b2);', 'return dot(p.w2, h) + p.b2;']],
  },
  {
    id: 'sigmoid-hidden',
    name: 'the hidden units use the sigmoid where tanh belongs',
    explanation:
      'The hidden units of this net lie between −1 and 1, on both sides of zero. The sigmoid has only positive values; here it belongs to the output alone.',
    replace: [['Math.tanh(dot(row, x) + p.b1[k]!)', 'sigmoid(dot(row, x) + p.b1[k]!)']],
  },
  {
    id: 'tanh-output',
    name: 'the output uses tanh where the sigmoid belongs',
    explanation:
      'A tanh at the end gives numbers between −1 and 1, whose middle is 0 and not ½. The output stands for the probability of class 1, which is what the sigmoid is for.',
    replace: [['return sigmoid(dot(p.w2, h) + p.b2);', 'return Math.tanh(dot(p.w2, h) + p.b2);']],
  },
  {
    id: 'no-hidden-bias',
    name: 'the bias of the hidden layer is left out',
    explanation:
      'Without b1 the line of every hidden unit runs through the origin. The bias is what shifts a line to where it is needed.',
    replace: [['dot(row, x) + p.b1[k]!', 'dot(row, x)']],
  },
  {
    id: 'no-output-bias',
    name: 'the bias of the output is left out',
    explanation:
      'The output neuron has a bias like every other: it says how large w2·h must be before the answer is 1. Without it that threshold is always 0.',
    replace: [['dot(p.w2, h) + p.b2', 'dot(p.w2, h)']],
  },
  {
    id: 'transposed',
    name: 'the rows and columns of W1 are exchanged',
    explanation:
      'Each row of W1 holds the weights of one hidden unit, one for each input. Where there are as many units as inputs the columns would fit as well, and no length warns you.',
    replace: [
      ['p.W1.map((row, k) =>', 'p.W1.map((_, k) =>'],
      ['Math.tanh(dot(row, x)', 'Math.tanh(dot(p.W1.map((row) => row[k]!), x)'],
    ],
  },
  {
    id: 'lengths-not-compared',
    name: 'lengths are not compared',
    explanation:
      'A list that is too long is cut off silently, and one that is too short gives NaN: both hide a mistake elsewhere. What does not fit is refused with a RangeError.',
    replace: [['  if (vector.length !== expected)\n', '  if (vector.length < 0)\n']],
  },
  {
    id: 'threshold-half',
    name: 'the line calls a corner 1 where w·x + b > ½',
    explanation:
      'The ½ is the threshold of a probability, after the sigmoid. Before it, w·x + b is compared with 0, since σ(0) = ½.',
    replace: [['dot(w, x) + b > 0 === xor', 'dot(w, x) + b > 0.5 === xor']],
  },
  {
    id: 'not-strict',
    name: 'a corner on the line is called 1',
    explanation:
      'Where w·x + b is exactly 0 the corner lies on the line, and somebody must decide to which side that belongs. Here class 1 begins strictly above 0.',
    replace: [['dot(w, x) + b > 0 === xor', 'dot(w, x) + b >= 0 === xor']],
  },
  {
    id: 'xnor',
    name: 'the accuracy is that for XNOR, the opposite of XOR',
    explanation:
      'XOR is 1 where exactly one of the two inputs is 1. What you count are the corners where both are alike, which is the other function.',
    replace: [['dot(w, x) + b > 0 === xor', 'dot(w, x) + b > 0 !== xor']],
  },
  {
    id: 'or',
    name: 'the accuracy is that for OR',
    explanation:
      'OR is 1 where at least one of the inputs is 1, and a line can do that. XOR is 0 again where both are, and this last corner makes it hard.',
    replace: [['{ x: [1, 1], xor: false }', '{ x: [1, 1], xor: true }']],
  },
  {
    id: 'count',
    name: 'the corners are counted, and not divided by four',
    explanation: 'An accuracy is a share, between 0 and 1. Three right of four is ¾.',
    replace: [['right.length / corners.length', 'right.length']],
  },
];
