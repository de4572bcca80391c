import type { Misconception } from '#checks';

export const misconceptions: Misconception[] = [
  {
    id: 'transposed',
    name: 'Wᵀ is used where W belongs',
    explanation:
      'A row of W is one neuron: its numbers are multiplied with the inputs and added up. A column belongs to one input, and on a square matrix no shape tells the two apart.',
    replace: [
      ['W.map((row, o) => dot(row, x) + b[o]!)', 'columns(W).map((column, o) => dot(column, x) + b[o]!)'],
    ],
  },
  {
    id: 'no-bias',
    name: 'the bias of a layer is left out',
    explanation:
      'Each neuron of a layer is one of 01, and each has a bias. Without it the layer makes zeros of an input of zeros, whatever its weights.',
    replace: [
      ['dot(row, x) + b[o]!', 'dot(row, x)'],
      ['affine(W2, b1, b2); // what', 'affine(W2, b1, b2).map((y, o) => y + b2[o]!); // what'],
    ],
  },
  {
    id: 'one-bias',
    name: 'the first bias is used for every neuron',
    explanation:
      'The bias is a vector with one number for each neuron, as W has one row for each. Both are counted by the same index.',
    replace: [['dot(row, x) + b[o]!', 'dot(row, x) + b[0]!']],
  },
  {
    id: 'bias-by-row-of-batch',
    name: 'the bias follows the rows of the batch',
    explanation:
      'All rows of a batch pass through the same layer, so all get the same biases. What a bias belongs to is a neuron, that is a column of the result.',
    replace: [
      ['X.map((x) => affine(W, x, b))', 'X.map((x, n) => affine(W, x, b).map((y, o) => y - b[o]! + b[n]!))'],
    ],
  },
  {
    id: 'batch-transposed',
    name: 'the batch comes out as its transpose',
    explanation:
      'A batch is a stack of rows before the layer and after it: row n of the result belongs to row n of X. With a row for each neuron instead, the next layer would take neurons for samples.',
    replace: [
      ['return X.map((x) => affine(W, x, b));', 'return W.map((_, o) => X.map((x) => affine(W, x, b)[o]!));'],
    ],
  },
  {
    id: 'first-bias-lost',
    name: 'b1 is lost in the collapse',
    explanation:
      'The first bias is part of what the second layer sees, so its trace is in the result even where x is 0. Multiply out W2 (W1 x + b1) + b2 and look at what does not contain x.',
    replace: [['affine(W2, b1, b2); // what the two layers make of x = 0', '[...b2];']],
  },
  {
    id: 'biases-added',
    name: 'the two biases are added as they are',
    explanation:
      'Between b1 and the output stand the weights of the second layer, as they do for everything that the first layer puts out. Multiply out W2 (W1 x + b1) + b2: what becomes of b1?',
    replace: [
      ['affine(W2, b1, b2); // what the two layers make of x = 0', 'b2.map((bias, o) => bias + b1[o]!);'],
    ],
  },
  {
    id: 'second-bias-lost',
    name: 'b2 is lost in the collapse',
    explanation:
      'The second layer adds its bias last, after all weights. It must be there in the one layer, unchanged.',
    replace: [
      ['const b = affine(W2, b1, b2);', 'const b = affine(W2, b1, b2).map((bias, o) => bias - b2[o]!);'],
    ],
  },
  {
    id: 'order-swapped',
    name: 'the product is W1 W2',
    explanation:
      'The layer that acts first stands next to x: W2 (W1 x). Matrices do not commute, and where all sizes are equal only the numbers show it.',
    replace: [
      [
        'W2.map((row) => columns(W1).map((column) => dot(row, column)))',
        'W1.map((row) => columns(W2).map((column) => dot(row, column)))',
      ],
    ],
  },
  {
    id: 'elementwise',
    name: 'the weights are multiplied entry by entry',
    explanation:
      'The product of two matrices is not the product of their entries. Each entry of W joins one output with one input, by way of all hidden neurons.',
    replace: [
      [
        'W2.map((row) => columns(W1).map((column) => dot(row, column)))',
        'W2.map((row, o) => row.map((weight, i) => weight * (W1[o] ?? [])[i]!))',
      ],
    ],
  },
  {
    id: 'lengths',
    name: 'the lengths are not compared',
    explanation:
      'Where lengths do not agree, a loop runs past the end of a list and gives NaN, or stops early and gives a wrong number. What does not fit is refused with a RangeError.',
    replace: [
      ['  if (W.length === rows && W.every((row) => row.length === length)) return;\n', '  if (W) return;\n'],
    ],
  },
  {
    id: 'first-row-only',
    name: 'only the first row of a matrix is measured',
    explanation:
      'A list of lists is a matrix only if all rows are equally long, and nothing in the language sees to that. A ragged one is refused, wherever the short row stands.',
    replace: [['W.every((row) => row.length === length)', 'W[0]!.length === length']],
  },
];
