import type { Report } from '../../model/report.ts';
import { check, exercise, report } from './build.ts';
import { everyVerdict, wrongGradient } from './verdicts.ts';

/** A report that holds every kind of verdict, each in an exercise of its own. */
export function everyKind(id = 'every-kind'): Report {
  const kinds = Object.values(everyVerdict);
  const exercises = kinds.map((verdict, i) =>
    exercise(`${i + 10}-${verdict.kind}`, `Shows ${verdict.kind}`, [
      check(verdict, {
        id: 'only',
        visibility: i % 2 ? 'hidden' : 'visible',
        hint: 'Say the equation aloud.',
      }),
    ]),
  );
  return report(id, exercises);
}

/** A report such as a student gets on an ordinary evening. */
export function ordinary(id = 'ada'): Report {
  const activations = exercise('02-activations', 'Activations and their slopes', [
    check(everyVerdict.passed, { id: 'sigmoid', name: 'sigmoid(z) is 1 / (1 + exp(-z))', max: 25 }),
    check(everyVerdict.passed, {
      id: 'finite',
      name: 'all activations stay finite for |z| up to 10,000',
      max: 25,
      visibility: 'hidden',
    }),
    check(everyVerdict.passed, { id: 'softmax', name: 'softmax sums to 1 and keeps the order', max: 25 }),
    check(everyVerdict.inconclusive, {
      id: 'slope',
      name: 'each slope agrees with a difference quotient',
      max: 25,
    }),
  ]);
  const engine = exercise(
    '07-scalar-engine',
    'A scalar engine',
    [
      check(everyVerdict.passed, { id: 'forward', name: 'values compute as numbers do', max: 20 }),
      check(
        {
          kind: 'failed',
          why: 'x.grad is 1, and two uses of x make it 2',
          counterexample: {
            inputs: [{ name: 'program', value: 'x = Value(3)\ny = x.add(x)\ny.backward()' }],
            at: 'x.grad',
            got: '1',
            expected: '2',
            relativeError: 0.5,
            replay: { seed: 1402, path: '0:0' },
          },
        },
        {
          id: 'shared',
          name: 'a value used twice receives the sum of both gradients',
          max: 30,
          hint: 'Which of the two uses wrote last?',
        },
      ),
      check(
        { kind: 'failed', why: 'a gradient differs from central differences' },
        {
          id: 'gradients',
          name: 'gradients agree with central differences on random programs',
          max: 30,
          visibility: 'hidden',
          hint: 'Start from a value that feeds two others.',
        },
      ),
      check(everyVerdict.timeout, {
        id: 'deep',
        name: 'a chain of 100,000 nodes does not overflow the stack',
        max: 17.5,
        visibility: 'hidden',
        hint: 'Keep your own stack in topologicalOrder.',
      }),
      check(everyVerdict.passed, {
        id: 'twice',
        name: 'calling backward twice doubles the gradients of leaves',
        max: 2.5,
      }),
    ],
    {
      diagnosis: {
        misconception: 'Overwriting the gradient instead of adding to it',
        explanation:
          'A value that is used twice influences the result along two paths, and its gradient is the sum over both. An assignment keeps only the last path.',
        evidence:
          'Your results agree with this mistake on 40 of 40 inputs, and with the correct solution on 3.',
      },
    },
  );
  const cell = exercise(
    '12-rnn-cell',
    'One step of a recurrent network',
    [
      check(everyVerdict.failed, {
        id: 'step',
        name: 'one step is tanh(Whh h + Wxh x + bh)',
        max: 30,
        hint: 'Set x to zero: what is left of the equation?',
      }),
      check(wrongGradient, {
        id: 'vjp',
        name: 'gradients reach every parameter',
        max: 40,
        hint: 'Does your result still know where it came from?',
      }),
      check(everyVerdict.threw, {
        id: 'shapes',
        name: 'a batch of another size than h is a RangeError',
        max: 15,
      }),
      check(everyVerdict.skipped, {
        id: 'pure',
        name: 'the arguments are left as they were',
        max: 15,
        visibility: 'hidden',
      }),
    ],
    {
      diagnosis: {
        misconception: 'The hidden state is ignored',
        explanation:
          'Without Whh h the cell sees only the present input and has no memory. Go back to the picture of the unrolled network: which arrow is missing?',
        evidence:
          'Your results agree with this mistake on 40 of 40 inputs, and with the correct solution on 2.',
      },
    },
  );
  const untouched = exercise('13-rnn-forward', 'A whole sequence', [
    check(everyVerdict['not-implemented'], {
      id: 'carry',
      name: 'the state is carried from step to step',
      max: 60,
    }),
    check(everyVerdict['not-implemented'], {
      id: 'split',
      name: 'two halves give what the whole gives',
      max: 40,
      visibility: 'hidden',
    }),
  ]);
  return report(id, [activations, engine, cell, untouched]);
}
