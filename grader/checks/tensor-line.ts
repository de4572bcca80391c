import { Tensor } from '#autograd';
import { mapTensors, tensorsIn } from '#autograd/check';
import type { Plain } from '../model/plain.ts';
import type { VjpInput } from '../model/subject.ts';
import { keyAt } from './difference.ts';

/** One number for each number of each tensor among the arguments. */
export type Direction = ArrayLike<number>[];

/** t ↦ Σₖ ⟨cₖ, fₖ(args + t·u)⟩, whose slope at 0 is Σ ⟨gradients, u⟩. */
export function alongLine(
  f: (args: Plain[]) => Plain,
  { args, cotangents }: VjpInput,
  u: Direction,
): (t: number) => number {
  return (t) => inner(numbersOf(tensorsIn(f(moved(args, u, t)))), numbersOf(cotangents as Tensor[]));
}

function moved(args: Plain[], u: Direction, t: number): Plain[] {
  let k = 0;
  return mapTensors(args, ({ data, shape }) => {
    const direction = u[k++]!;
    return new Tensor(
      data.map((x, i) => x + t * direction[i]!),
      shape,
    );
  });
}

/** Σ ⟨aₖ, bₖ⟩ */
export function inner(a: Direction, b: Direction): number {
  let total = 0;
  for (const [k, numbers] of a.entries())
    for (let i = 0; i < numbers.length; i++) total += numbers[i]! * b[k]![i]!;
  return total;
}

export function numbersOf(tensors: readonly Tensor[]): Direction {
  return tensors.map(({ data }) => data);
}

/** Paths such as `x`, or `p.Whh` for a tensor inside an argument, in the order of `tensorsIn`. */
export function tensorNames(args: Plain[], names: string[]): string[] {
  return args.flatMap((arg, i) => namesWithin(arg, names[i] ?? `argument ${i + 1}`));
}

function namesWithin(value: Plain, path: string): string[] {
  if (value instanceof Tensor) return [path];
  if (Array.isArray(value)) return value.flatMap((item, i) => namesWithin(item, `${path}[${i}]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => namesWithin(item, keyAt(path, key)));
}
