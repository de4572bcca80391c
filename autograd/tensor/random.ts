import type { Floats } from '../kernels/floats.ts';
import { arange, full, type TensorOptions } from './create.ts';
import { noChoice, noInteger } from './messages/values.ts';
import type { Shape } from './shape.ts';
import type { Tensor } from './tensor.ts';

/** Uniform in [0, 1). Everything random takes one, so that a seed repeats it. */
export type Rng = () => number;

/** One that can be stopped and taken up again: its next numbers follow from `state` alone. */
export interface SeededRng extends Rng {
  /** A 32-bit integer. */
  state: number;
}

/**
 * Numbers that repeat for the same seed (the generator mulberry32 by Tommy Ettinger).
 *
 * @example
 * seededRng(7)() === seededRng(7)(); // true
 */
export function seededRng(seed: number): SeededRng {
  const rng: SeededRng = () => {
    rng.state = (rng.state + 0x6d2b79f5) | 0;
    let t = Math.imul(rng.state ^ (rng.state >>> 15), rng.state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  rng.state = seed | 0;
  return rng;
}

/** A tensor of uniform numbers in [0, 1). */
export function rand(shape: Shape, rng: Rng, options?: TensorOptions): Tensor {
  return filled(shape, rng, options);
}

/** A tensor of normal numbers with mean 0 and deviation 1 (Box and Muller, 1958). */
export function randn(shape: Shape, rng: Rng, options?: TensorOptions): Tensor {
  // 1 - rng() is never 0
  const normal = () => Math.sqrt(-2 * Math.log(1 - rng())) * Math.cos(2 * Math.PI * rng());
  return filled(shape, normal, options);
}

/**
 * A tensor of integers from `low` to below `high`, each as likely.
 *
 * @throws RangeError unless both are integers and `low < high`
 * @example
 * randint(3, 4, [2], seededRng(1)).toArray(); // [3, 3]
 */
export function randint(low: number, high: number, shape: Shape, rng: Rng, options?: TensorOptions): Tensor {
  if (!Number.isInteger(low) || !Number.isInteger(high) || low >= high) throw noInteger(low, high);
  return filled(shape, () => low + Math.floor(rng() * (high - low)), options);
}

/**
 * The integers from 0 to below `n` in random order (Fisher and Yates): an epoch's order of examples.
 *
 * @example
 * randperm(4, seededRng(1)).sort().values.toArray(); // [0, 1, 2, 3]
 */
export function randperm(n: number, rng: Rng, options?: TensorOptions): Tensor {
  const order = arange(0, n, 1, options);
  for (let i = n - 1; i > 0; i--) swap(order.storage, i, Math.floor(rng() * (i + 1)));
  return order;
}

function swap(list: Floats, i: number, j: number): void {
  const kept = list[i];
  list[i] = list[j];
  list[j] = kept;
}

/**
 * One of `items`, each as likely, or as likely as its weight; weights need not sum to 1.
 *
 * @throws RangeError unless there is one finite weight of 0 or more for each item, and one above 0
 * @example
 * choice(['a', 'b', 'c'], seededRng(1), [0, 1, 0]); // 'b'
 */
export function choice<T>(items: readonly T[], rng: Rng, weights?: ArrayLike<number>): T {
  const list = Array.from(weights ?? items.map(() => 1));
  const total = list.reduce((sum, weight) => sum + weight, 0);
  const valid = list.length === items.length && list.every((weight) => weight >= 0);
  if (!valid || !(total > 0 && Number.isFinite(total))) throw noChoice(items.length, list);
  let left = rng() * total;
  const chosen = list.findIndex((weight) => {
    left -= weight;
    return left < 0;
  });
  // rounding may leave a little: it goes to the last item that can be chosen
  return items[chosen < 0 ? list.findLastIndex((weight) => weight > 0) : chosen];
}

function filled(shape: Shape, draw: () => number, options?: TensorOptions): Tensor {
  const x = full(shape, 0, options);
  for (let i = 0; i < x.size; i++) x.storage[i] = draw();
  return x;
}
