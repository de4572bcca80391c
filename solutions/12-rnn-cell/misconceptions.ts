import type { Misconception } from '#checks';

export const misconceptions: Misconception[] = [
  {
    id: 'weights-swapped',
    name: 'the weights of the input and of the past are swapped',
    explanation:
      'Wxh leads from x to h and must meet the input; Whh leads from h to h and must meet the old state. While I = H nothing complains, so read the two letters after each W as “from, to”.',
    replace: [
      ['matmul(h, transpose(p.Whh, 0, 1)); // [N, H]', 'matmul(h, transpose(p.Wxh, 0, 1));'],
      ['matmul(x, transpose(p.Wxh, 0, 1)); // [N, H]', 'matmul(x, transpose(p.Whh, 0, 1));'],
    ],
  },
  {
    id: 'bias-after-tanh',
    name: 'the bias is added after tanh',
    explanation:
      'The bias moves the threshold of a unit, so it belongs inside the activation. Added afterwards it pushes the state out of the interval from −1 to 1.',
    replace: [['tanh(add(add(fromPast, fromInput), p.bh))', 'add(tanh(add(fromPast, fromInput)), p.bh)']],
  },
  {
    id: 'no-bias',
    name: 'the bias is left out',
    explanation:
      'The sum inside the activation has three terms: the past, the input and the bias. Without bh every unit has its threshold at zero.',
    replace: [['tanh(add(add(fromPast, fromInput), p.bh))', 'tanh(add(fromPast, fromInput))']],
  },
  {
    id: 'sigmoid-for-tanh',
    name: 'a sigmoid where tanh belongs',
    explanation:
      'This cell squashes with tanh, whose values lie on both sides of zero. The sigmoid keeps every state positive; it is for gates, which come later.',
    replace: [
      ['type Tensor, tanh, transpose }', 'sigmoid, type Tensor, transpose }'],
      ['return tanh(', 'return sigmoid('],
    ],
  },
  {
    id: 'past-ignored',
    name: 'the old state h is ignored',
    explanation:
      'Without Whh h the cell forgets everything at each step, and the network is a feedforward one. The recurrence is exactly this term.',
    replace: [['add(add(fromPast, fromInput), p.bh)', 'add(fromInput, p.bh)']],
  },
  {
    id: 'recurrent-transposed',
    name: 'Whh is used without its transpose',
    explanation:
      'A weight has the layout of W h, one row for each unit that comes out; on row vectors that is h times the transpose of W. Whh is square, so its shape cannot warn you.',
    replace: [['matmul(h, transpose(p.Whh, 0, 1))', 'matmul(h, p.Whh)']],
  },
  {
    id: 'input-transposed',
    name: 'Wxh is used without its transpose',
    explanation:
      'A weight has the layout of W x, one row for each unit that comes out; on row vectors that is x times the transpose of W. Where I = H no shape warns you, and elsewhere nothing fits.',
    replace: [['matmul(x, transpose(p.Wxh, 0, 1))', 'matmul(x, p.Wxh)']],
  },
  {
    id: 'relu-for-tanh',
    name: 'a relu where tanh belongs',
    explanation:
      'Nothing bounds a relu from above, so a state that feeds back into itself can grow at every step. This cell squashes with tanh.',
    replace: [
      ['type Tensor, tanh, transpose }', 'relu, type Tensor, transpose }'],
      ['return tanh(', 'return relu('],
    ],
  },
  {
    id: 'broadcast',
    name: 'shapes that do not fit are broadcast',
    explanation:
      'The engine stretches a state, a bias or a batch of size 1 silently. What does not fit is refused here, since such a stretch is nearly always a mistake.',
    replace: [['  if (shape.length === expected.length && shape', '  if (expected.length > 0 || shape']],
  },
];
