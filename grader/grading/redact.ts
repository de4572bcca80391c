import type { Verdict } from '../model/verdict.ts';

export const UNSTEADY =
  'the answer depends on what was called before: look for a variable outside the function that keeps something, such as a counter or a cache';

/** Words of the grader's own that say what kind of thing went wrong, and hold no data. */
const HARMLESS = new Set([
  UNSTEADY,
  'an answer came where a RangeError was expected',
  'asked the same again, it answered something else',
  'another error was thrown where a RangeError was expected',
  'the call changed its argument',
  'the claim does not hold',
  'the gradient differs from the numeric one',
  'the value is NaN',
]);

/** Errors of the language, which a submission does not name itself. */
const OF_THE_LANGUAGE = new Set(['Error', 'RangeError', 'ReferenceError', 'SyntaxError', 'TypeError']);
const STACK_OVERFLOW = 'Maximum call stack size exceeded';

/**
 * A verdict of a hidden check as students may see it: the kind and what it costs, never an input, an expected value, or
 * words of the submission (which may carry an input out, as may the code with which a process ends). The name of a missing function is told when the solution has
 * it too.
 */
export function redact(verdict: Verdict, solution: string): Verdict {
  switch (verdict.kind) {
    case 'failed':
      return {
        kind: 'failed',
        why: HARMLESS.has(verdict.why) ? verdict.why : 'the answer is not the expected one',
      };
    case 'threw':
      return redactError(verdict);
    case 'timeout': {
      const { counterexample: _, ...limit } = verdict;
      return limit;
    }
    case 'not-implemented': {
      const known = isNameIn(verdict.what, solution);
      return { kind: 'not-implemented', what: known ? verdict.what : 'a function that this check calls' };
    }
    case 'crashed':
      return { kind: 'crashed', how: 'the process ended before it had answered' };
    case 'invalid-answer':
      return verdict.megabytes ? verdict : { kind: 'invalid-answer', why: 'the answer is not plain data' };
    case 'inconclusive':
      return { kind: 'inconclusive', why: 'no input could be judged' };
    case 'grader-error':
      return { kind: 'grader-error', message: 'the grader could not run this check' };
    default:
      return verdict;
  }
}

function redactError({ error, message }: Verdict & { kind: 'threw' }): Verdict {
  return {
    kind: 'threw',
    error: OF_THE_LANGUAGE.has(error) ? error : 'an error',
    message:
      message === STACK_OVERFLOW ? message : 'its words are not shown, as they might tell the hidden input',
  };
}

/** `softmax` or `Value.backward`, where the solution has these words. */
function isNameIn(what: string, solution: string): boolean {
  const parts = /^[A-Za-z]{1,40}(\.[A-Za-z]{1,40})?$/.test(what) ? what.split('.') : [];
  return parts.length > 0 && parts.every((part) => new RegExp(`\\b${part}\\b`).test(solution));
}
