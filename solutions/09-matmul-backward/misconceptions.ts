import type { Misconception } from '#checks';

export const misconceptions: Misconception[] = [
  {
    id: 'b-not-transposed',
    name: 'B is not transposed in the gradient of A',
    explanation:
      'A number of A goes into a whole row of Y, each time with another number of its row of B, so dY is summed over the columns of B. For square matrices the product without the transpose exists and is a different one.',
    replace: [['matmul(dY, transpose(B, 0, 1))', 'matmul(dY, B)']],
  },
  {
    id: 'a-not-transposed',
    name: 'A is not transposed in the gradient of B',
    explanation:
      'A number of B goes into a whole column of Y, each time with another number of its column of A, so dY is summed over the rows of A. For square matrices the product without the transpose exists and is a different one.',
    replace: [['matmul(transpose(A, 0, 1), dY)', 'matmul(A, dY)']],
  },
  {
    id: 'order',
    name: 'the factors of the products stand in the wrong order',
    explanation:
      'A matrix product may not be turned round, and its gradients cannot be either: what stood on the right goes back on the right, what stood on the left on the left. Numbers do not mind, which is why the rule of 06 looks as if either order would do.',
    replace: [
      ['matmul(dY, transpose(B, 0, 1))', 'matmul(transpose(B, 0, 1), dY)'],
      ['matmul(transpose(A, 0, 1), dY)', 'matmul(dY, transpose(A, 0, 1))'],
    ],
  },
  {
    id: 'upstream-ignored',
    name: 'the gradient that comes in is ignored',
    explanation:
      'The chain rule multiplies the local slope by what comes in from above. With ones in its place every output would count the same, whatever the loss makes of it.',
    replace: [
      ['matmul(dY, transpose(B, 0, 1))', 'matmul(onesLike(dY), transpose(B, 0, 1))'],
      ['matmul(transpose(A, 0, 1), dY)', 'matmul(transpose(A, 0, 1), onesLike(dY))'],
      ['matmul(dY, W)', 'matmul(onesLike(dY), W)'],
      ['matmul(transpose(dY, 0, 1), x)', 'matmul(transpose(onesLike(dY), 0, 1), x)'],
      ['sum(dY, 0)', 'sum(onesLike(dY), 0)'],
      ['import { expand, matmul, sum,', 'import { expand, matmul, onesLike, sum,'],
    ],
  },
  {
    id: 'results-swapped',
    name: 'the two gradients of a product are returned in the wrong order',
    explanation:
      'The first gradient belongs to the first factor. Where the factors have different shapes, so have their gradients, and that tells them apart.',
    replace: [
      ['matmul(dY, transpose(B, 0, 1)), // [m, n] [n, k]', 'matmul(transpose(A, 0, 1), dY),'],
      ['matmul(transpose(A, 0, 1), dY), // [k, m] [m, n]', 'matmul(dY, transpose(B, 0, 1)),'],
    ],
  },
  {
    id: 'weights-transposed',
    name: 'the gradient of W is the transpose of what it should be',
    explanation:
      'The layer multiplies by the transpose of W, so its gradient comes out for the transpose and is turned back. A gradient has the shape of its weight, [out, in], and where both sizes are equal only that rule tells.',
    replace: [['matmul(transpose(dY, 0, 1), x)', 'matmul(transpose(x, 0, 1), dY)']],
  },
  {
    id: 'w-transposed-in-dx',
    name: 'W is transposed on the way back as on the way forward',
    explanation:
      'The way forward multiplies by the transpose of W, and the way back by the transpose of that, which is W itself. Once more the sizes warn you only where they differ.',
    replace: [['matmul(dY, W)', 'matmul(dY, transpose(W, 0, 1))']],
  },
  {
    id: 'bias-not-summed',
    name: 'the gradient of b is not summed over the batch',
    explanation:
      'One bias is broadcast to all rows of the batch, so every row sends a gradient back to it, and they add up. A gradient has the shape of what it belongs to: [O], not [N, O].',
    replace: [['sum(dY, 0)', 'dY']],
  },
  {
    id: 'bias-averaged',
    name: 'the gradient of b is averaged over the batch',
    explanation:
      'A bias that is used N times moves N rows of the result, and the effects add up. Whether a mean is wanted is for the loss to say, and then the division is in dY already.',
    replace: [['sum(dY, 0)', 'sum(dY, 0).div(dY.shape[0]!)']],
  },
  {
    id: 'bias-over-outputs',
    name: 'the gradient of b is summed over the outputs in place of the batch',
    explanation:
      'What is summed is what the bias was copied along: the rows of the batch. Each output has a bias of its own, so its axis stays.',
    replace: [['sum(dY, 0)', 'sum(dY, 1)']],
  },
  {
    id: 'square-only',
    name: 'the sizes of a matrix are read the wrong way round',
    explanation:
      'A shape is [rows, columns], and a weight is [out, in]. Read the other way round everything still fits while the matrices are square, and nothing else does.',
    replace: [
      ['const [m, n] = dY.shape;', 'const [n, m] = dY.shape;'],
      ["requireShape('W', W, [outputs, features])", "requireShape('W', W, [features, outputs])"],
    ],
  },
  {
    id: 'sum-averaged',
    name: 'the gradient of a sum is shared out among what was summed',
    explanation:
      'Each term moves a sum by as much as it moves itself, however many terms there are: its slope is 1. Dividing by their number would be right for a mean.',
    replace: [
      [
        'return expand(unsqueeze(dY, axis), shape);',
        'return expand(unsqueeze(dY, axis), shape).div(shape.at(axis)!);',
      ],
    ],
  },
  {
    id: 'sum-not-repeated',
    name: 'the gradient of a sum is not spread over the axis',
    explanation:
      'The gradient belongs to what was summed, and has its shape: every number along the axis gets the gradient of their sum. With size 1 along the axis only one of them would hear of it.',
    replace: [['return expand(unsqueeze(dY, axis), shape);', 'return unsqueeze(dY, axis);']],
  },
  {
    id: 'negative-axis',
    name: 'a negative axis is counted in the result in place of the argument',
    explanation:
      'The axis is one of x, and −1 is the last that x has. The result of the sum has one axis fewer, so counting from its end leads to a neighbour.',
    replace: [
      [
        'const y = sum(zeros(shape), axis);',
        'const y = sum(zeros(shape), axis);\n  const place = axis < 0 ? Math.max(0, axis + dY.rank) : axis;',
      ],
      ['return expand(unsqueeze(dY, axis), shape);', 'return expand(unsqueeze(dY, place), shape);'],
    ],
  },
  {
    id: 'shapes-unchecked',
    name: 'shapes that do not fit are multiplied or stretched nevertheless',
    explanation:
      'Two products may exist where the forward one does not, and the engine stretches what is too small. A gradient that comes from nowhere looks like any other, so compare all sizes before you compute.',
    replace: [
      [
        'shape.length === expected.length && shape.every((size, axis) => size === expected[axis])',
        'shape.length >= 0 && expected.length >= 0',
      ],
    ],
  },
];
