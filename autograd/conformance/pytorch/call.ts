import { reshape, type Tensor } from '#autograd';

// biome-ignore lint/suspicious/noExplicitAny: arguments are what PyTorch's documentation says
export type Any = any;

/** A call as PyTorch's OpInfo holds it: `input.op(...args, **kwargs)`. */
export interface Call {
  input: Any;
  args: Any[];
  kwargs: Record<string, Any>;
}

export type Operator = (call: Call) => Tensor | Tensor[];

/** An operator that gets its arguments by name; those by position have the names listed. */
export function named(names: string, f: (x: Any, given: Any) => Tensor | Tensor[]): Operator {
  const list = names.split(' ');
  return ({ input, args, kwargs }) =>
    f(input, { ...Object.fromEntries(args.map((value, i) => [list[i], value])), ...kwargs });
}

/** PyTorch lets a tensor of rank 0 pass as a list of one element. */
export function atLeast1d(x: Tensor, f: (x: Tensor) => Tensor | Tensor[]): Tensor | Tensor[] {
  if (x.rank > 0) return f(x);
  const ys = f(reshape(x, [1]));
  return Array.isArray(ys) ? ys.map((y) => reshape(y, [])) : reshape(ys, []);
}
