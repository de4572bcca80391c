import type { Misconception } from '#checks';

export const misconceptions: Misconception[] = [
  {
    id: 'no-factor-two',
    name: 'the factor 2 of the square is lost',
    explanation:
      'The loss is a square, and the slope of u² is 2u. The factor is the same for all four gradients, so only the size of every step is wrong, and no direction tells you.',
    replace: [['2 * (yhat - y)', 'yhat - y']],
  },
  {
    id: 'sign',
    name: 'the gradients have the wrong sign',
    explanation:
      'The loss grows with ŷ where ŷ is too large, so there ∂L/∂ŷ is positive. With the signs turned, a step downhill goes uphill.',
    replace: [['2 * (yhat - y)', '2 * (y - yhat)']],
  },
  {
    id: 'slope-at-z',
    name: 'the slope of tanh is computed from z in place of a',
    explanation:
      'The rule 1 − a² is written in terms of the output of tanh, a = tanh(z). Squaring z instead makes the slope negative as soon as |z| is above 1, although tanh never falls.',
    replace: [
      ['const { a, yhat } = forward(p, x);', 'const { z, a, yhat } = forward(p, x);'],
      ['(1 - a * a)', '(1 - z * z)'],
    ],
  },
  {
    id: 'squashed-twice',
    name: 'tanh is applied to a once more before its slope is taken',
    explanation:
      'a is already the output of tanh, and the slope follows from it by 1 − a². Another tanh gives the slope at a place where the net never was.',
    replace: [['(1 - a * a)', '(1 - Math.tanh(a) ** 2)']],
  },
  {
    id: 'no-square',
    name: 'the slope of tanh is 1 − a, without the square',
    explanation:
      'The derivative of tanh is one minus its square. Without the square the slope would be 2 where a = −1, and there the curve is flat.',
    replace: [['(1 - a * a)', '(1 - a)']],
  },
  {
    id: 'no-slope',
    name: 'the slope of tanh is left out on the way back',
    explanation:
      'The way back crosses every function that the way forward crossed, and each gives a factor. Between a and z stands tanh, which lets less through the flatter it is.',
    replace: [['dA * (1 - a * a)', 'dA']],
  },
  {
    id: 'w2-forgotten',
    name: 'w2 is forgotten on the way back',
    explanation:
      'a reaches the output through the weight w2, so its share of the blame is w2 times that of ŷ. A hidden unit whose output counts for nothing deserves none.',
    replace: [['dYhat * p.w2', 'dYhat']],
  },
  {
    id: 'inputs-forgotten',
    name: 'weights receive what biases receive',
    explanation:
      'A bias is a weight whose input is always 1. A weight with another input counts as much as that input is large, so its gradient has the input as a factor.',
    replace: [
      ['w1: dZ * x', 'w1: dZ'],
      ['w2: dYhat * a', 'w2: dYhat'],
    ],
  },
  {
    id: 'w2-meets-z',
    name: 'the gradient of w2 is taken with z in place of a',
    explanation:
      'A weight’s gradient is the blame at its output times what came in. What came into w2 is the hidden value after tanh, not before it.',
    replace: [
      ['const { a, yhat } = forward(p, x);', 'const { z, a, yhat } = forward(p, x);'],
      ['w2: dYhat * a', 'w2: dYhat * z'],
    ],
  },
  {
    id: 'bias-after-tanh',
    name: 'b1 is added after tanh',
    explanation:
      'The bias shifts the place where tanh bends, so it belongs inside: z = w1·x + b1. Added afterwards it only moves the result up and down, which b2 does already.',
    replace: [
      ['const z = p.w1 * x + p.b1;', 'const z = p.w1 * x;'],
      ['const a = Math.tanh(z);', 'const a = Math.tanh(z) + p.b1;'],
    ],
  },
];
