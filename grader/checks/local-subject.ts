import { Tensor } from '#autograd';
import { mapTensors } from '#autograd/check';
import type { Plain } from '../model/plain.ts';
import type { Functions, Outcome, Subject } from '../model/subject.ts';
import { pullBack, solve } from './solution.ts';

/** The solution as a subject: the same questions, answered in the trusted process. */
export function localSubject(functions: Functions): Subject {
  return {
    call: async (name, inputs, options) =>
      inputs.map((args) => {
        const own = copy(args);
        return attempt(() => ({ value: solve(functions, name, own), ...(options?.after && { after: own }) }));
      }),
    vjp: async (name, inputs) =>
      inputs.map((input) => attempt(() => ({ value: pullBack(functions, name, input) }))),
  };
}

/** As in a sandbox, what a call does to its arguments reaches nobody else. */
function copy(args: Plain[]): Plain[] {
  return mapTensors(args, ({ data, shape }) => new Tensor(data.slice(), shape));
}

function attempt(compute: () => { value: Plain; after?: Plain[] }): Outcome {
  try {
    return { kind: 'answer', ...compute() };
  } catch (thrown) {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown));
    const rangeError = error instanceof RangeError && !error.message.includes('call stack');
    return { kind: 'threw', error: error.name, message: error.message, rangeError };
  }
}
