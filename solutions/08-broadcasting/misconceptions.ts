import type { Misconception } from '#checks';

export const misconceptions: Misconception[] = [
  {
    id: 'not-summed-back',
    name: 'gradients keep the shape of the result',
    explanation:
      'A gradient says how to change the operand, so it has the operand’s shape. What was copied on the way forward is added up on the way back.',
    replace: [
      ['return [unbroadcast(dY, a.shape), unbroadcast(dY, b.shape)];', 'return [dY, dY];'],
      ['[unbroadcast(mul(dY, b), a.shape), unbroadcast(mul(dY, a), b.shape)]', '[mul(dY, b), mul(dY, a)]'],
    ],
  },
  {
    id: 'leading-axes-kept',
    name: 'axes that the operand lacks in front are not summed',
    explanation:
      'Shapes are aligned at the end, and an operand with fewer axes is copied along all those in front of it. Each copy was a use, and every use sends something back.',
    replace: [
      ['axis < added || shape', 'shape'],
      ['grad.sum(repeated).reshape(shape)', 'grad.sum(repeated, true)'],
    ],
  },
  {
    id: 'stretched-axes-kept',
    name: 'axes of size 1 are not summed',
    explanation:
      'An axis of size 1 is stretched to the size of its partner, which copies its one number. The gradients of all the copies come back to that one number.',
    replace: [
      [
        '[...grad.shape.keys()].filter((axis) => axis < added || shape[axis - added] === 1)',
        '[...grad.shape.keys()].filter((axis) => axis < added)',
      ],
      ['grad.sum(repeated).reshape(shape)', 'grad.sum(repeated)'],
    ],
  },
  {
    id: 'ones-lost',
    name: 'axes of size 1 are summed and then gone',
    explanation:
      'A sum removes its axis, but the operand has that axis, with size 1. The gradient has exactly the shape of what it belongs to.',
    replace: [['grad.sum(repeated).reshape(shape)', 'grad.sum(repeated)']],
  },
  {
    id: 'averaged',
    name: 'the copies are averaged',
    explanation:
      'A number that is used n times moves the result in n places, and the effects add up. Dividing by n would tell it that it matters no more than a number used once.',
    replace: [['grad.sum(repeated)', 'grad.mean(repeated)']],
  },
  {
    id: 'first-copy',
    name: 'only the gradient of the first copy comes back',
    explanation:
      'Every copy was used, so every copy sends a gradient back, not the first alone. It is the rule of 07: a value collects from all of its uses.',
    replace: [
      [
        'grad.sum(repeated).reshape(shape)',
        'repeated.reduce((first, axis) => first.slice(axis, 0, 1), grad).reshape(shape)',
      ],
    ],
  },
  {
    id: 'aligned-in-front',
    name: 'shapes are aligned at their beginning',
    explanation:
      'Broadcasting lays shapes over each other at the end: [3] beside [2, 3] is a row, repeated. Aligned in front, the axes that are missing are looked for in the wrong place.',
    replace: [
      ['grad.shape[added + axis]', 'grad.shape[axis]'],
      ['axis < added || shape[axis - added] === 1', 'axis >= shape.length || shape[axis] === 1'],
    ],
  },
  {
    id: 'upstream-ignored',
    name: 'the gradient that comes in is ignored',
    explanation:
      'The chain rule multiplies the local slope by what comes in from above. Without it every result would count the same, whatever the loss makes of it.',
    replace: [
      [
        'return [unbroadcast(dY, a.shape), unbroadcast(dY, b.shape)];',
        'return [unbroadcast(onesLike(dY), a.shape), unbroadcast(onesLike(dY), b.shape)];',
      ],
      [
        'unbroadcast(mul(dY, b), a.shape), unbroadcast(mul(dY, a), b.shape)',
        'unbroadcast(mul(onesLike(dY), b), a.shape), unbroadcast(mul(onesLike(dY), a), b.shape)',
      ],
      ['import { add, mul, type Tensor }', 'import { add, mul, onesLike, type Tensor }'],
    ],
  },
  {
    id: 'operands-swapped',
    name: 'each factor is multiplied by itself',
    explanation:
      'How fast a · b grows with a is said by b, the other factor. Only where both are equal does nobody notice that they were exchanged.',
    replace: [
      ['unbroadcast(mul(dY, b), a.shape)', 'unbroadcast(mul(dY, a), a.shape)'],
      ['unbroadcast(mul(dY, a), b.shape)', 'unbroadcast(mul(dY, b), b.shape)'],
    ],
  },
  {
    id: 'results-swapped',
    name: 'the two gradients are returned in the wrong order',
    explanation:
      'The first gradient belongs to the first operand. Where the operands have different shapes, their gradients do too, and that tells them apart.',
    replace: [
      [
        '[unbroadcast(dY, a.shape), unbroadcast(dY, b.shape)]',
        '[unbroadcast(dY, b.shape), unbroadcast(dY, a.shape)]',
      ],
      [
        '[unbroadcast(mul(dY, b), a.shape), unbroadcast(mul(dY, a), b.shape)]',
        '[unbroadcast(mul(dY, a), b.shape), unbroadcast(mul(dY, b), a.shape)]',
      ],
    ],
  },
  {
    id: 'local-slope-of-sum',
    name: 'a product is taken back like a sum',
    explanation:
      'The slope of a + b is 1 for either operand, so a sum passes the gradient on as it is. The slope of a · b is the other factor, which multiplies what passes.',
    replace: [
      [
        '[unbroadcast(mul(dY, b), a.shape), unbroadcast(mul(dY, a), b.shape)]',
        '[unbroadcast(mul(dY, 1), a.shape), unbroadcast(mul(dY, 1), b.shape)]',
      ],
    ],
  },
  {
    id: 'gradient-unchecked',
    name: 'a gradient of another shape than the result is accepted',
    explanation:
      'Whatever is too large is summed and whatever is too small is stretched, so a wrong gradient goes on as numbers. It has exactly the shape that the forward pass gave.',
    replace: [
      [
        'shape.length === expected.length && shape.every((size, axis) => size === expected[axis])',
        'shape.length >= 0 && expected.length >= 0',
      ],
    ],
  },
];
