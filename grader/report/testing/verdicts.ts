import type { Verdict, VerdictKind } from '../../model/verdict.ts';

/** One verdict of every kind; the type makes a new kind join in. */
export const everyVerdict: { [K in VerdictKind]: Extract<Verdict, { kind: K }> } = {
  passed: { kind: 'passed' },
  failed: {
    kind: 'failed',
    why: 'the result differs from h = tanh(Whh h + Wxh x + bh)',
    counterexample: {
      inputs: [
        { name: 'x', value: 'tensor [1, 2]\n[[0.5, -1]]' },
        { name: 'h', value: 'tensor [1, 3]\n[[0, 0, 1]]' },
      ],
      at: '[0][2]',
      got: '0.7615941559557649',
      expected: '0.9640275800758169',
      relativeError: 0.20998756345,
      replay: { seed: -1819281, path: '0:2:1' },
    },
  },
  inconclusive: { kind: 'inconclusive', why: 'each of 50 draws lay on a kink of relu' },
  'not-implemented': { kind: 'not-implemented', what: 'rnnStep is still the stub' },
  skipped: { kind: 'skipped', because: 'rnnStep gives no tensor, so there is no gradient to check' },
  threw: {
    kind: 'threw',
    error: 'TypeError',
    message: "Cannot read properties of undefined (reading 'shape')",
    counterexample: { inputs: [{ name: 'z', value: '[]' }], replay: { seed: 41, path: '0' } },
  },
  timeout: { kind: 'timeout', ms: 2000 },
  'out-of-memory': { kind: 'out-of-memory', megabytes: 512 },
  crashed: { kind: 'crashed', how: 'process.exit(0)' },
  'invalid-answer': { kind: 'invalid-answer', why: 'a function at [0].then' },
  'invalid-submission': { kind: 'invalid-submission', why: "Expected ')' but found ';'", line: 12 },
  forbidden: { kind: 'forbidden', violations: [{ what: 'Math.tanh', line: 7 }] },
  'grader-error': { kind: 'grader-error', message: 'the reference gave NaN' },
};

/** A gradient that a student computed beside the one that the grader measured. */
export const wrongGradient: Verdict = {
  kind: 'failed',
  why: 'the gradient of Whh differs from central differences',
  counterexample: {
    inputs: [
      { name: 'x', value: '[[0.5, -1]]' },
      { name: 'h', value: '[[0.25, 0, 1]]' },
    ],
    gradient: [
      { entry: 'Whh[0][0]', yours: '0', numeric: '0.1048994', relativeError: 1 },
      { entry: 'Whh[2][2]', yours: '0', numeric: '-0.4199743', relativeError: 1 },
    ],
    replay: { seed: 77, path: '3:0' },
  },
};
