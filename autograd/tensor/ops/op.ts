import { recordUnary, recordVariadic } from '../graph.ts';
import { noTensor } from '../messages/values.ts';
import { needs, type Rule } from '../node.ts';
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
  /** The result jumps between whole numbers, so it has no gradient. */
  discrete?: boolean;
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
  const rule: Rule = {
    name,
    pullBack: (dy, { y, a, options }, give) => give(a!, vjp(dy, y, a!, ...(options as Options))),
  };
  return withRow(row, (x: Tensor, ...options: Options) => {
    requireTensor(name, x);
    return recordUnary(rule, forward(x, ...options), x, options);
  });
}

/** Each pull-back runs only if its operand needs the gradient. */
export function pairRule(name: string, [da, db]: Pair): Rule {
  return {
    name,
    pullBack: (dy, { y, a, b }, give) => {
      if (needs(a!)) give(a!, da(dy, y, a!, b!));
      if (needs(b!)) give(b!, db(dy, y, a!, b!));
    },
  };
}

export function variadic<Options extends unknown[]>(row: NoInfer<VariadicRow<Options>>): Variadic<Options> {
  const { name, forward, vjp } = row;
  const rule: Rule = {
    name,
    pullBack: (dy, { others, options }, give) => {
      others.forEach((x, i) => {
        if (needs(x)) give(x, vjp(i, dy, others, ...(options as Options)));
      });
    },
  };
  return withRow(row, (xs: readonly Tensor[], ...options: Options) => {
    for (const x of xs) requireTensor(name, x);
    return recordVariadic(rule, forward(xs, ...options), [...xs], options);
  });
}

export function composed<Args extends unknown[], Result>(
  row: NoInfer<ComposedRow<Args, Result>>,
): Op<Args, Result> {
  const { name, forward } = row;
  return withRow(row, (...args: Args) => {
    requireTensors(name, args[0]);
    return forward(...args);
  });
}

/** An op whose result jumps between whole numbers: nothing is recorded. */
export function discrete<Args extends unknown[]>(row: NoInfer<ComposedRow<Args, Tensor>>): Op<Args> {
  const { name, forward } = row;
  return withRow({ ...row, discrete: true }, (...args: Args) => {
    requireTensor(name, args[0]);
    return forward(...args);
  });
}

export function withRow<Args extends unknown[], Result>(
  { name, doc, maths, samples, discrete = false }: Row<Args>,
  f: (...args: Args) => Result,
): Op<Args, Result> {
  Object.defineProperty(f, 'name', { value: name });
  return Object.assign(f, { doc, maths, samples, discrete }) as Op<Args, Result>;
}

function requireTensors(name: string, x: unknown): void {
  if (Array.isArray(x)) for (const one of x) requireTensor(name, one);
  else requireTensor(name, x);
}

/** Submissions run without a type check, so a wrong operand is named here. */
export function requireTensor(name: string, x: unknown): void {
  if (!(x instanceof Tensor)) throw noTensor(name, x);
}
