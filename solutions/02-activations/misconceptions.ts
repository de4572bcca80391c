import type { Misconception } from '#checks';

export const misconceptions: Misconception[] = [
  {
    id: 'overflow',
    name: 'sigmoid or tanh of a large number overflows',
    explanation:
      'A large argument makes an exponential infinite, and infinity divided by infinity is NaN. Write the function so that the exponent is never positive; symmetry gives you the other side.',
    replace: [
      [
        'return 1 / (1 + Math.exp(-z)); // far to the left the exponential is Infinity, and 1 / Infinity is 0',
        'return Math.exp(z) / (1 + Math.exp(z));',
      ],
      [
        'const e = Math.exp(-2 * Math.abs(z)); // never more than 1, so it cannot overflow\n  return Math.sign(z) * ((1 - e) / (1 + e));',
        'return (Math.exp(z) - Math.exp(-z)) / (Math.exp(z) + Math.exp(-z));',
      ],
    ],
  },
  {
    id: 'sigmoid-sign',
    name: 'the sigmoid falls where it should rise',
    explanation:
      'The exponent of the sigmoid has a minus sign: a large z must give a value near 1, not near 0. Check the two ends of the curve before the middle.',
    replace: [['1 / (1 + Math.exp(-z))', '1 / (1 + Math.exp(z))']],
  },
  {
    id: 'tanh-unstretched',
    name: 'tanh is a sigmoid moved to 0, and not made steeper',
    explanation:
      'tanh is a sigmoid twice as high and twice as steep. Moved and made higher alone, 2σ(z) − 1, it has the slope ½ at 0, where that of tanh is 1.',
    replace: [['Math.exp(-2 * Math.abs(z))', 'Math.exp(-Math.abs(z))']],
  },
  {
    id: 'slope-at-z',
    name: 'the slope is taken as if its argument were z',
    explanation:
      'The slope functions receive the output y = f(z), so f must not be applied to it again. Backpropagation has y at hand anyway; that is why these slopes are written in terms of it.',
    replace: [
      ['return y * (1 - y);', 'return sigmoid(y) * (1 - sigmoid(y));'],
      ['return 1 - y * y;', 'return 1 - tanh(y) * tanh(y);'],
    ],
  },
  {
    id: 'tanh-slope-unsquared',
    name: 'the slope of tanh is 1 − y, without the square',
    explanation:
      'The derivative of tanh is one minus its square. Without the square the slope would be 2 at y = −1, where the curve is flat.',
    replace: [['return 1 - y * y;', 'return 1 - y;']],
  },
  {
    id: 'softmax-overflow',
    name: 'softmax takes exponentials of the raw scores',
    explanation:
      'The exponential of a large score is infinite, and infinity divided by infinity is NaN. Adding one constant to all scores changes no probability, so you may first move the largest score to 0.',
    replace: [
      [
        'const largest = Math.max(...z); // moving all of z changes nothing, and now no exponent is positive',
        'const largest = 0;',
      ],
    ],
  },
  {
    id: 'softmax-unnormalised',
    name: 'softmax without its denominator',
    explanation:
      'Exponentials alone are positive but do not sum to 1. Dividing each by their total makes them a distribution.',
    replace: [['exponentials.map((e) => e / total)', 'exponentials']],
  },
  {
    id: 'leaky-relu',
    name: 'a leaky relu',
    explanation:
      'The relu of a negative number is exactly 0, and so is its slope there. A small slope on the negative side is another activation, the leaky relu.',
    replace: [
      ['return Math.max(0, z);', 'return z > 0 ? z : 0.01 * z;'],
      ['return y > 0 ? 1 : 0;', 'return y > 0 ? 1 : 0.01;'],
    ],
  },
  {
    id: 'relu-slope-at-zero',
    name: 'the slope of relu at 0 is 1',
    explanation:
      'Relu has a kink at 0, where any slope between 0 and 1 could be defended. This course, like PyTorch, takes 0: a unit that puts out nothing learns nothing.',
    replace: [['return y > 0 ? 1 : 0;', 'return y >= 0 ? 1 : 0;']],
  },
];
