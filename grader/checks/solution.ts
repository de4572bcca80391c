import type { Tensor } from '#autograd';
import { vjp } from '#autograd/check';
import type { Plain } from '../model/plain.ts';
import type { Functions, VjpInput } from '../model/subject.ts';

/** A result with the gradients of the arguments' tensors, as `Subject.vjp` answers it. */
export type Pulled = { value: Plain; gradients: Tensor[] };

/** What the solution answers. That it should throw where it ought not to is a fault of the exercise, not of a student. */
export function solve(solution: Functions, name: string, args: Plain[]): Plain {
  return find(solution, name)(...args);
}

export function pullBack(solution: Functions, name: string, { args, cotangents }: VjpInput): Pulled {
  return vjp(find(solution, name), args, cotangents as Tensor[]);
}

function find(solution: Functions, name: string): (...args: Plain[]) => Plain {
  const found = solution[name];
  if (!found) throw new Error(`the solution has no function '${name}'`);
  return found as never;
}
