import { Tensor } from '#autograd';
import { type GradcheckOptions, type GradcheckResult, gradcheck } from '#autograd/check';
import { customOp } from '../../extend.ts';

type Flat = readonly number[];
/** Flat arrays in, flat arrays out. */
type Forward = (...xs: Flat[]) => Flat[];
/** One gradient for each input, null for none; a wrong one gives anything. */
type Backward = (xs: Flat[], dys: Flat[]) => (Flat | number | null)[];

/** A function and its backward, written in JavaScript over flat arrays, as an op of the engine. */
export function foreign(
  { id, f, vjp }: { id: string; f: string; vjp: string },
  inputs: readonly Tensor[],
  options: GradcheckOptions,
): GradcheckResult {
  const [forward, backward]: [Forward, Backward] = [compile(f), compile(vjp)];
  const op = customOp({
    name: id,
    forward: (...xs: Tensor[]) => forward(...xs.map(flat)).map((y) => tensorOf(y, [y.length], xs[0])),
    vjp: (dys: readonly Tensor[], _ys: readonly Tensor[], ...xs: Tensor[]) =>
      backward(xs.map(flat), dys.map(flat)).map((dx, i) => gradientFor(xs[i], dx)),
  });
  const withoutResults = forward(...inputs.map(flat)).length === 0;
  return gradcheck(withoutResults ? () => [] : op, inputs, options);
}

function compile<F>(source: string): F {
  return new Function(`return ${source}`)() as F;
}

const flat = (x: Tensor): number[] => [...x.data];

/** Of the shape of its input, if it has as many numbers; `x` is missing for a gradient too many. */
function gradientFor(x: Tensor | undefined, dx: Flat | number | null): Tensor | null {
  if (dx === null) return null;
  const numbers = [dx].flat();
  return tensorOf(numbers, x?.size === numbers.length ? x.shape : [numbers.length], x);
}

function tensorOf(numbers: Flat, shape: readonly number[], like: Tensor | undefined): Tensor {
  const data = like?.dtype === 'float32' ? Float32Array.from(numbers) : Float64Array.from(numbers);
  return new Tensor(data, shape);
}
