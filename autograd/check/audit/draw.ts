import { type Rng, type Shape, Tensor, type TensorOptions, zeros } from '#autograd';
import type { Definition } from './own-op.ts';

/** Uniform between `low` and `high`. */
export function between(low: number, high: number, shape: Shape, options?: TensorOptions) {
  return (rng: Rng): Tensor => filled(shape, () => low + (high - low) * rng(), options);
}

/** Of either sign, the first positive, at a distance of 0.25 to 1.75 from 0. */
export function awayFromZero(shape: Shape, options?: TensorOptions) {
  return (rng: Rng): Tensor =>
    filled(shape, (k) => (k > 0 && rng() < 0.5 ? -1 : 1) * (0.25 + 1.5 * rng()), options);
}

/** Elementwise on plain numbers, outside the graph. */
export function mapped(f: (x: number) => number) {
  return (x: Tensor): Tensor => new Tensor(x.data.map(f), x.shape);
}

function filled(shape: Shape, draw: (k: number) => number, options?: TensorOptions): Tensor {
  const x = zeros(shape, options);
  for (let k = 0; k < x.size; k++) x.data[k] = draw(k);
  return x;
}

/** The same function, at points of seven digits. */
export function inFloat32(definition: Definition): Definition {
  return { ...definition, draw: (rng) => definition.draw(rng).map(toFloat32) };
}

function toFloat32(x: Tensor): Tensor {
  return new Tensor(Float32Array.from(x.data), x.shape);
}
