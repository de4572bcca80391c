import type { Plain } from '../model/plain.ts';
import type { Functions, Outcome, Subject } from '../model/subject.ts';
import { pullBack, solve } from './solution.ts';

/** The solution as a subject: the same questions, answered in the trusted process. */
export function localSubject(functions: Functions): Subject {
  return {
    call: async (name, inputs) => inputs.map((args) => attempt(() => solve(functions, name, args))),
    vjp: async (name, inputs) =>
      inputs.map(({ args, cotangents }) => attempt(() => pullBack(functions, name, args, cotangents))),
  };
}

function attempt(compute: () => Plain): Outcome {
  try {
    return { kind: 'answer', value: compute() };
  } catch (thrown) {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown));
    const rangeError = error instanceof RangeError && !error.message.includes('call stack');
    return { kind: 'threw', error: error.name, message: error.message, rangeError };
  }
}
