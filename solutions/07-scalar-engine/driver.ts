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
  numbers: ['Value'],
  gradients: ['Value'],
  repeated: ['Value'],
  accumulated: ['Value'],
  order: ['Value', 'topologicalOrder'],
  chain: ['Value'],
  chainOrder: ['Value', 'topologicalOrder'],
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

  /** A chain of negations, as long as it was ever asked for. */
  const links: Value[] = [];

  function linkAt(place: number): Value {
    if (links.length === 0) links.push(new Value(0.5));
    while (links.length <= place) links.push(last(links).neg());
    return links[place]!;
  }

  return {
    /** The number that a program computes. */
    evaluate: (leaves: number[], program: Step[]): number => last(run(leaves, program)).data,

    /** The numbers of all values, when the last has been computed and `backward` called on it so many times. */
    numbers(leaves: number[], program: Step[], times: number): number[] {
      const values = run(leaves, program);
      for (let i = 0; i < times; i++) last(values).backward();
      return values.map(({ data }) => data);
    },

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

    /** The gradients of the leaves after `backward` of several values in turn, each told by its place. */
    accumulated(leaves: number[], program: Step[], places: number[]): number[] {
      const values = run(leaves, program);
      for (const place of places) values[place]!.backward();
      return values.slice(0, leaves.length).map(({ grad }) => grad);
    },

    /** Places of the program's values in the topological order of its result; −1 for helpers of the engine. */
    order(leaves: number[], program: Step[]): number[] {
      const values = run(leaves, program);
      return topologicalOrder(last(values)).map((value) => values.indexOf(value));
    },

    /** A chain of negations: its end, and the slope at its start. */
    chain(length: number): { data: number; grad: number } {
      const start = new Value(0.5);
      let end = start;
      for (let i = 0; i < length; i++) end = end.neg();
      end.backward();
      return { data: end.data, grad: start.grad };
    },

    /** Whether the order of a chain of negations begins before it ends, and ends with its end. */
    chainOrder(length: number): boolean {
      const end = linkAt(length);
      const order = topologicalOrder(end);
      const start = order.indexOf(links[0]!);
      return start >= 0 && start < order.length - 1 && last(order) === end;
    },
  };
}
