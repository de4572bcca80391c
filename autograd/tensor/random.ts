import { full, type TensorOptions } from './create.ts';
import type { Shape } from './shape.ts';
import type { Tensor } from './tensor.ts';

/** Uniform in [0, 1). Everything random takes one, so that a seed repeats it. */
export type Rng = () => number;

/**
 * Numbers that repeat for the same seed (the generator mulberry32 by Tommy Ettinger).
 *
 * @example
 * seededRng(7)() === seededRng(7)(); // true
 */
export function seededRng(seed: number): Rng {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
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

function filled(shape: Shape, draw: () => number, options?: TensorOptions): Tensor {
  const x = full(shape, 0, options);
  for (let i = 0; i < x.size; i++) x.data[i] = draw();
  return x;
}
