import { record } from '../graph.ts';
import type { Shape } from '../shape.ts';
import { Tensor } from '../tensor.ts';

/** Draws a tensor with elements between `low` and `high`, -2 and 2 unless stated. */
export type Draw = (shape: Shape, low?: number, high?: number) => Tensor;

/** What a row says about an op. Tests, reference page and benchmark are derived from it. */
export interface Row<Args extends unknown[]> {
  name: string;
  /** One sentence. */
  doc: string;
  /** The equation. */
  maths: string;
  /** Arguments at which the op is smooth, with shapes whose sizes all differ. */
  samples(draw: Draw): Args[];
}

// biome-ignore lint/suspicious/noExplicitAny: an op of any arguments
type AnyArgs = any[];

/** A function that carries its row. */
export type Op<Args extends unknown[] = AnyArgs, Result = Tensor> = ((...args: Args) => Result) & Row<Args>;

export type Unary<Options extends unknown[] = []> = Op<[x: Tensor, ...options: Options]>;
export type Binary<A = Tensor> = Op<[a: A, b: A]>;
export type Variadic<Options extends unknown[] = []> = Op<[xs: readonly Tensor[], ...options: Options]>;

/** The pull-backs of `y = f(a, b)` to `a` and to `b`, each computed only when it is asked for. */
export type Pair = [da: BinaryPull, db: BinaryPull];
type BinaryPull = (dy: Tensor, y: Tensor, a: Tensor, b: Tensor) => Tensor;

interface UnaryRow<Options extends unknown[]> extends Row<[x: Tensor, ...options: Options]> {
  forward(x: Tensor, ...options: Options): Tensor;
  /** ∂L/∂x from ∂L/∂y, in ops, so that it can be differentiated again. */
  vjp(dy: Tensor, y: Tensor, x: Tensor, ...options: Options): Tensor;
}

interface BinaryRow extends Row<[a: Tensor, b: Tensor]> {
  forward(a: Tensor, b: Tensor): Tensor;
  vjp: Pair;
}

interface VariadicRow<Options extends unknown[]> extends Row<[xs: readonly Tensor[], ...options: Options]> {
  forward(xs: readonly Tensor[], ...options: Options): Tensor;
  /** ∂L/∂xs[i] from ∂L/∂y. */
  vjp(i: number, dy: Tensor, xs: readonly Tensor[], ...options: Options): Tensor;
}

interface ComposedRow<Args extends unknown[], Result> extends Row<Args> {
  /** Written in ops, whose gradients give this one's. */
  forward(...args: Args): Result;
}

export function unary<Options extends unknown[] = []>(row: NoInfer<UnaryRow<Options>>): Unary<Options> {
  const { name, forward, vjp } = row;
  return withRow(row, (x: Tensor, ...options: Options) => {
    requireTensor(name, x);
    const y = forward(x, ...options);
    return record(y, [x], (dy) => vjp(dy, y, x, ...options));
  });
}

export function binary(row: BinaryRow): Binary {
  const { name, forward, vjp } = row;
  return withRow(row, (a: Tensor, b: Tensor) => {
    requireTensor(name, a);
    requireTensor(name, b);
    const y = forward(a, b);
    return record(y, [a, b], (dy, i) => vjp[i](dy, y, a, b));
  });
}

export function variadic<Options extends unknown[]>(row: NoInfer<VariadicRow<Options>>): Variadic<Options> {
  const { name, forward, vjp } = row;
  return withRow(row, (xs: readonly Tensor[], ...options: Options) => {
    for (const x of xs) requireTensor(name, x);
    const y = forward(xs, ...options);
    return record(y, xs, (dy, i) => vjp(i, dy, xs, ...options));
  });
}

export function composed<Args extends unknown[], Result>(
  row: NoInfer<ComposedRow<Args, Result>>,
): Op<Args, Result> {
  const { name, forward } = row;
  return withRow(row, (...args: Args) => {
    for (const x of [args[0]].flat()) requireTensor(name, x);
    return forward(...args);
  });
}

export function withRow<Args extends unknown[], Result>(
  { name, doc, maths, samples }: Row<Args>,
  f: (...args: Args) => Result,
): Op<Args, Result> {
  Object.defineProperty(f, 'name', { value: name });
  return Object.assign(f, { doc, maths, samples }) as Op<Args, Result>;
}

/** Submissions run without a type check, so a wrong operand is named here. */
export function requireTensor(name: string, x: unknown): void {
  if (x instanceof Tensor) return;
  const found = Array.isArray(x) ? 'an array' : `${x}`;
  throw new TypeError(`${name}: takes a tensor, not ${found}.\n  tensor(…) makes one from numbers.`);
}
