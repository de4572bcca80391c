import type { Misconception } from '#checks';

export const misconceptions: Misconception[] = [
  {
    id: 'one-sided',
    name: 'the difference is taken to one side only',
    explanation:
      'From w to w + h a curve bends away from its slope at w, and the error shrinks only as fast as h. Looking equally far to both sides, the two bends cancel, and the error shrinks as fast as h².',
    replace: [
      ['(f(w.with(i, wi + h)) - f(w.with(i, wi - h))) / (2 * h)', '(f(w.with(i, wi + h)) - f(w)) / h'],
    ],
  },
  {
    id: 'half-distance',
    name: 'the difference is divided by h in place of 2h',
    explanation:
      'A slope is a rise over the distance between the two places. From h on one side to h on the other that is twice h.',
    replace: [['/ (2 * h)', '/ h']],
  },
  {
    id: 'not-restored',
    name: 'a weight stays moved while the next slope is taken',
    explanation:
      'Each slope belongs to one weight, with all others where they are. A weight that was moved goes back to exactly its old number before the next one moves, or a copy is moved in its place.',
    replace: [
      [
        'return w.map((wi, i) => (f(w.with(i, wi + h)) - f(w.with(i, wi - h))) / (2 * h));',
        `return w.map((wi, i) => {
    w[i] = wi + h;
    const above = f(w);
    w[i] = wi - h;
    return (above - f(w)) / (2 * h);
  });`,
      ],
    ],
  },
  {
    id: 'all-at-once',
    name: 'all weights are moved at once',
    explanation:
      'A gradient says what each weight does by itself, so it takes a separate experiment for each. Moving all together gives one number, the sum of what you are looking for.',
    replace: [
      [
        'return w.map((wi, i) => (f(w.with(i, wi + h)) - f(w.with(i, wi - h))) / (2 * h));',
        'return w.map(() => (f(w.map((wi) => wi + h)) - f(w.map((wi) => wi - h))) / (2 * h));',
      ],
    ],
  },
  {
    id: 'larger-h',
    name: 'h is 1e-3 where it is not given',
    explanation:
      'The error of a central difference grows as the square of h, so a hundred times the h is ten thousand times the error. The exercise fixes the default, since results depend on it.',
    replace: [['h = 1e-5', 'h = 1e-3']],
  },
  {
    id: 'h-ignored',
    name: 'a given h is not used',
    explanation:
      'Who calls with an h of their own wants the difference over that distance. The default is for those who give none.',
    replace: [['w: Vector, h = 1e-5): Vector {', 'w: Vector, _h = 1e-5): Vector {\n  const h = 1e-5;']],
  },
  {
    id: 'ascends',
    name: 'the step goes uphill',
    explanation:
      'The gradient points to where f grows fastest. We want less of it, so the step goes the opposite way: that is the minus in the learning rule.',
    replace: [['wi - learningRate', 'wi + learningRate']],
  },
  {
    id: 'no-learning-rate',
    name: 'the learning rate is left out',
    explanation:
      'The gradient tells how steep it is, not how far to go: it holds only near by. The learning rate is the length of the stride, and without it steps overshoot the valley.',
    replace: [['learningRate * gradient[i]!', 'gradient[i]!']],
  },
  {
    id: 'step-in-place',
    name: 'step writes into the weights that it was given',
    explanation:
      'The caller still needs the old weights, for the path or to go back. A step reads its arguments and returns a new array.',
    replace: [
      [
        'return w.map((wi, i) => wi - learningRate * gradient[i]!);',
        'gradient.forEach((slope, i) => {\n    w[i]! -= learningRate * slope;\n  });\n  return w;',
      ],
      ['step(w, gradient(w), learningRate)', 'step([...w], gradient(w), learningRate)'],
    ],
  },
  {
    id: 'start-in-place',
    name: 'descend walks about in the caller’s own w0',
    explanation:
      'Whoever gave w0 may want to start from it again, with another learning rate. Walk on a copy, and the start stays where it was.',
    replace: [
      ['const w = path[i]!;', 'const w = w0;'],
      [
        'path.push(step(w, gradient(w), learningRate));',
        'step(w, gradient(w), learningRate).forEach((wi, j) => {\n      w[j] = wi;\n    });\n    path.push([...w]);',
      ],
    ],
  },
  {
    id: 'one-array',
    name: 'the path holds one array many times',
    explanation:
      'An array in a list is a reference, not a photograph: when it changes, it changes at every place of the list. Each point of the path needs an array of its own.',
    replace: [
      ['const w = path[i]!;', 'const w = path[0]!;'],
      [
        'path.push(step(w, gradient(w), learningRate));',
        'step(w, gradient(w), learningRate).forEach((wi, j) => {\n      w[j] = wi;\n    });\n    path.push(w);',
      ],
    ],
  },
  {
    id: 'start-shared',
    name: 'the first point of the path is w0 itself, not a copy',
    explanation:
      'Who changes w0 later would change the history of the descent as well. The path keeps arrays that nobody else holds.',
    replace: [['const path = [[...w0]];', 'const path = [w0];']],
  },
  {
    id: 'no-start',
    name: 'the path begins after the first step',
    explanation:
      'A path goes from the start to the end, and so many steps join one point more. Without the start nobody sees what the first step did.',
    replace: [['return path;', 'return path.slice(1);']],
  },
  {
    id: 'start-counts-as-step',
    name: 'the start is counted as a step',
    explanation:
      'The path starts before any step is made, so after it come as many points as steps. Think of a fence: it has one more post than it has gaps.',
    replace: [['i < steps', 'i < steps - 1']],
  },
  {
    id: 'gradient-of-start',
    name: 'every step uses the gradient of the start',
    explanation:
      'A slope holds where it was measured; after a step the ground is another. Ask for the gradient again wherever you stand.',
    replace: [['gradient(w), learningRate', 'gradient(w0), learningRate']],
  },
  {
    id: 'one-after-another',
    name: 'the weights are updated one after another',
    explanation:
      'A step moves all weights simultaneously, along one gradient taken at one place. When the second weight’s slope is taken after the first has moved, that is another walk.',
    replace: [
      [
        'path.push(step(w, gradient(w), learningRate));',
        'path.push(w.reduce((at, _, j) => at.with(j, step(at, gradient(at), learningRate)[j]!), w));',
      ],
    ],
  },
  {
    id: 'lengths',
    name: 'the lengths of weights and gradient are not compared',
    explanation:
      'A weight without a slope becomes NaN, and a slope without a weight is lost without a word. Both are mistakes of the caller, so they are refused with a RangeError.',
    replace: [['gradient.length !== w.length', 'false']],
  },
];
