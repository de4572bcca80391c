import type { Misconception } from '#checks';

const accumulate =
  'input.grad += value.slopes[i]! * value.grad; // an input that is used twice receives both';

export const misconceptions: Misconception[] = [
  {
    id: 'overwrites',
    name: 'the gradient is overwritten where it should be added',
    explanation:
      'A value that is used twice influences the result along two ways, and the chain rule adds their contributions. With = only the last way counts; use +=.',
    replace: [[accumulate, 'input.grad = value.slopes[i]! * value.grad;']],
  },
  {
    id: 'no-order',
    name: 'nodes pass their gradient on before it is complete',
    explanation:
      'A node may hand its gradient to its inputs only after everything that uses it has contributed. Walking down from the result as paths come reaches some nodes too early; the topological order, backwards, does not.',
    replace: [
      ['for (const value of order.reverse()) {', 'for (const value of depthFirst(this)) {'],
      [
        'function asValue(',
        `function depthFirst(root: Value): Value[] {
  const found = new Set<Value>();
  const open = [root];
  while (open.length > 0) {
    const value = open.pop()!;
    if (found.has(value)) continue;
    found.add(value);
    open.push(...value.inputs.toReversed());
  }
  return [...found];
}

function asValue(`,
      ],
    ],
  },
  {
    id: 'visited-twice',
    name: 'a node is visited once for each way that leads to it',
    explanation:
      'A shared node must be processed once, when its gradient is complete. Visiting it again hands the same gradient on twice, so what lies below is counted too often.',
    replace: [['else if (!seen.has(input)) {', 'else {']],
  },
  {
    id: 'recursion',
    name: 'the graph is walked by recursion',
    explanation:
      'A function that calls itself for every input goes as deep as the graph is long, and the stack of the language ends near ten thousand calls. A loop with a list of open work has no such limit.',
    replace: [
      [
        'while (path.length > 0) {\n    const top',
        `const visit = (value: Value): void => {
    for (const input of value.inputs) {
      if (seen.has(input)) continue;
      seen.add(input);
      visit(input);
    }
    order.push(value);
  };
  visit(path.pop()!.value);
  while (path.length > 0) {
    const top`,
      ],
    ],
  },
  {
    id: 'stale-intermediates',
    name: 'a second backward starts from the gradients of the first',
    explanation:
      'Only leaves add up over calls. What the values in between still hold from the last pass must be cleared first, or it flows down once more.',
    replace: [['for (const value of order) if (value.inputs.length > 0) value.grad = 0; // not a leaf', '']],
  },
  {
    id: 'only-root-reset',
    name: 'a second backward keeps what lies between leaves and result',
    explanation:
      'Setting the gradient of the result to 1 is not enough: the values in between still hold the first pass, and hand it on once more. Only leaves add up over calls.',
    replace: [
      ['for (const value of order) if (value.inputs.length > 0) value.grad = 0; // not a leaf', ''],
      ['this.grad += 1;', 'this.grad = 1;'],
    ],
  },
  {
    id: 'leaves-reset',
    name: 'leaves start from 0 at every backward',
    explanation:
      'What a leaf holds is kept, and each pass adds to it: so several losses can send blame to one weight. Only what lies between leaves and result is cleared.',
    replace: [['if (value.inputs.length > 0) value.grad = 0; // not a leaf', 'value.grad = 0;']],
  },
  {
    id: 'tanh-slope-at-input',
    name: 'the slope of tanh is computed from its input',
    explanation:
      'The rule 1 − t² is written in terms of the output t = tanh(x), as in 02. With the input in its place the slope turns negative as soon as |x| is above 1.',
    replace: [['[1 - t * t]', '[1 - this.data * this.data]']],
  },
  {
    id: 'quotient-sign',
    name: 'the denominator of a quotient has a slope of the wrong sign',
    explanation:
      'A larger denominator makes a positive quotient smaller, so its slope −a / b² has a minus sign. Nudge b in a / b and see which way the quotient goes.',
    replace: [['-this.data / b.data ** 2', 'this.data / b.data ** 2']],
  },
  {
    id: 'same-operand',
    name: 'x·x is treated as if only one of the factors were x',
    explanation:
      'When both operands are the same value, each of them contributes a slope. A table of slopes with one entry a value keeps only one of the two.',
    replace: [
      [
        'value.inputs = inputs;\n  value.slopes = slopes;',
        'const table = new Map(inputs.map((input, i) => [input, slopes[i]!]));\n  value.inputs = [...table.keys()];\n  value.slopes = [...table.values()];',
      ],
    ],
  },
  {
    id: 'relu-at-zero',
    name: 'the slope of relu at 0 is 1',
    explanation:
      'At its kink relu has no slope of its own, and this course takes 0, as PyTorch does. Ask for greater than zero, not for at least zero.',
    replace: [['this.data > 0 ? 1 : 0', 'this.data >= 0 ? 1 : 0']],
  },
  {
    id: 'power-at-zero',
    name: 'the slope of x⁰ at 0 is computed as 0 times infinity',
    explanation:
      'The rule n·xⁿ⁻¹ gives 0·∞ = NaN for n = 0 at x = 0, although x⁰ is constant. A constant has slope 0 everywhere; say so before the rule is used.',
    replace: [['n === 0 ? 0 : n * this.data ** (n - 1)', 'n * this.data ** (n - 1)']],
  },
];
