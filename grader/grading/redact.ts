import type { Verdict } from '../model/verdict.ts';

/**
 * A verdict of a hidden check as students may see it: the kind and what it costs, never an input, an expected value,
 * or words of the submission (which may carry an input out).
 */
export function redact(verdict: Verdict, solution: string): Verdict {
  switch (verdict.kind) {
    case 'failed':
      return { kind: 'failed', why: 'the answer to a hidden input is not the expected one' };
    case 'threw':
      return { kind: 'threw', error: 'an error', message: 'thrown for a hidden input' };
    case 'timeout':
      return { kind: 'timeout', ms: verdict.ms };
    case 'not-implemented':
      return {
        kind: 'not-implemented',
        what: isNameIn(verdict.what, solution) ? verdict.what : 'a function that this check calls',
      };
    case 'invalid-answer':
      return { kind: 'invalid-answer', why: 'the answer to a hidden input is not plain data' };
    case 'inconclusive':
      return { kind: 'inconclusive', why: 'the hidden inputs could not be judged' };
    case 'grader-error':
      return { kind: 'grader-error', message: 'the grader could not run this check' };
    default:
      return verdict;
  }
}

/** `softmax` or `Value.backward`, where the solution has these words. */
function isNameIn(what: string, solution: string): boolean {
  const parts = /^[A-Za-z]{1,40}(\.[A-Za-z]{1,40})?$/.test(what) ? what.split('.') : [];
  return parts.length > 0 && parts.every((part) => new RegExp(`\\b${part}\\b`).test(solution));
}
