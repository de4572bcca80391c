import { full, type NestedLike, type Shape, type Tensor, tensor } from '#autograd';
import { failed, type Outcome, passed } from './case.ts';
import { differenceOf, type Near } from './compare.ts';
import { decode, type Encoded } from './decode.ts';

export type Tensors = Record<string, Tensor>;

export function decodeAll(all: Record<string, Encoded>, requiresGrad = false): Tensors {
  const entries = Object.entries(all).map(([name, x]) => [name, decode(x, 'float64', requiresGrad)]);
  return Object.fromEntries(entries);
}

/** Everything that is expected came, and is near enough; what else came is not looked at. */
export function compareNamed(
  found: Tensors,
  expected: Record<string, Encoded>,
  near: Near,
  what = 'output',
): Outcome {
  for (const [name, x] of Object.entries(expected)) {
    const difference = found[name] ? differenceOf(found[name], x, near) : 'it did not come';
    if (difference) return failed(`${what} ${name}: ${difference}`);
  }
  return passed;
}

/** `compareNamed` for numbers in nested arrays. A single number stands for a tensor that is full of it. */
export function compareNested(found: Tensors, expected: Record<string, NestedLike>, near: Near): Outcome {
  const encoded = Object.entries(expected).map(([name, x]) => [name, encode(x, found[name]?.shape)]);
  return compareNamed(found, Object.fromEntries(encoded), near);
}

function encode(x: NestedLike, shape: Shape = []): Encoded {
  const y = typeof x === 'number' ? full(shape, x) : tensor(x);
  return { shape: y.shape, data: [...y.data] };
}
