/**
 * Drives a scalar engine by plain data: a program is a list of steps over numbered values. The leaves come first, and
 * each step adds one value; the last one is the result.
 */
import type { Value } from './scalar-engine.ts';

export type Step =
  | { op: 'add' | 'sub' | 'mul' | 'div'; a: number; b: number }
  | { op: 'add' | 'sub' | 'mul' | 'div'; a: number; by: number }
  | { op: 'pow'; a: number; by: number }
  | { op: 'neg' | 'exp' | 'tanh' | 'relu'; a: number };

type Engine = Pick<typeof import('./scalar-engine.ts'), 'Value' | 'topologicalOrder'>;

/** The exports that each function here makes use of. */
export const needs = {
  evaluate: ['Value'],
  gradients: ['Value'],
  repeated: ['Value'],
  order: ['Value', 'topologicalOrder'],
  chain: ['Value', 'topologicalOrder'],
};

export function drive({ Value, topologicalOrder }: Engine) {
  function run(leaves: number[], program: Step[]): Value[] {
    const values = leaves.map((x) => new Value(x));
    for (const step of program) values.push(apply(step, values));
    return values;
  }

  function apply(step: Step, values: Value[]): Value {
    const a = values[step.a]!;
    switch (step.op) {
      case 'pow':
        return a.pow(step.by);
      case 'neg':
      case 'exp':
      case 'tanh':
      case 'relu':
        return a[step.op]();
      default:
        return a[step.op]('b' in step ? values[step.b]! : step.by);
    }
  }

  const last = (values: Value[]): Value => values[values.length - 1]!;

  return {
    /** The number that a program computes. */
    evaluate: (leaves: number[], program: Step[]): number => last(run(leaves, program)).data,

    /** The gradient of the result with respect to each leaf. */
    gradients(leaves: number[], program: Step[]): number[] {
      const values = run(leaves, program);
      last(values).backward();
      return values.slice(0, leaves.length).map(({ grad }) => grad);
    },

    /** The gradients of all values, the result's included, after `times` calls of `backward`. */
    repeated(leaves: number[], program: Step[], times: number): number[] {
      const values = run(leaves, program);
      for (let i = 0; i < times; i++) last(values).backward();
      return values.map(({ grad }) => grad);
    },

    /** Places of the program's values in the topological order of its result; −1 for helpers of the engine. */
    order(leaves: number[], program: Step[]): number[] {
      const values = run(leaves, program);
      return topologicalOrder(last(values)).map((value) => values.indexOf(value));
    },

    /** A chain of negations: its end, the slope at its start, and whether the order begins before it ends. */
    chain(length: number): { data: number; grad: number; ordered: boolean } {
      const x = new Value(0.5);
      let end = x;
      for (let i = 0; i < length; i++) end = end.neg();
      end.backward();
      const order = topologicalOrder(end);
      const ordered = order.indexOf(x) < order.indexOf(end) && order[order.length - 1] === end;
      return { data: end.data, grad: x.grad, ordered };
    },
  };
}
