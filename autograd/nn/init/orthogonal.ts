import { type Floats, type Rng, randn, type ShapeError, type Tensor } from '#autograd';
import { shapeError, show } from '../../tensor/errors.ts';
import { overwrite } from '../../tensor/guard.ts';
import type { GainOptions } from './xavier.ts';

export interface OrthogonalOptions extends GainOptions {
  /** Into how many blocks of rows the weights are cut, each orthogonal by itself: 4 for an LSTM; 1 unless stated. */
  gates?: number;
}

/**
 * Fills weights with a random orthogonal matrix, so that a product with them neither stretches nor shrinks anything
 * (Saxe et al., 2013): Wᵀ W = gain² I, or W Wᵀ where there are more columns than rows. `torch.nn.init.orthogonal_`.
 *
 * For a cell's `weight_hh` [G·H, H], `gates: G` makes the block of each gate orthogonal.
 *
 * @returns the weights
 * @throws ShapeError unless they are a matrix whose rows divide into the gates
 * @example
 * const W = orthogonal(zeros([6, 3]), seededRng(1), { gates: 2 });
 * const Q = W.slice(0, 0, 3);
 * matmul(Q, Q.transpose(0, 1)).sub(eye(3)).abs().max().item() < 1e-12; // true
 */
export function orthogonal(
  weight: Tensor,
  rng: Rng,
  { gates = 1, gain = 1 }: OrthogonalOptions = {},
): Tensor {
  const [rows, columns] = weight.shape;
  const height = rows / gates;
  if (weight.rank !== 2 || !Number.isInteger(height)) throw noBlocks(weight, gates);
  const numbers = overwrite(weight);
  for (let gate = 0; gate < gates; gate++) {
    const block = numbers.subarray(gate * height * columns, (gate + 1) * height * columns);
    const wide = height <= columns;
    const vectors = wide ? orthonormal(height, columns, rng) : orthonormal(columns, height, rng);
    for (let k = 0; k < block.length; k++) {
      const [row, column] = [Math.trunc(k / columns), k % columns];
      block[k] = gain * (wide ? vectors[row][column] : vectors[column][row]);
    }
  }
  return weight;
}

/** Random vectors of length 1 at right angles to each other (Gram and Schmidt). */
function orthonormal(count: number, size: number, rng: Rng): Floats[] {
  const found: Floats[] = [];
  while (found.length < count) {
    const v = randn([size], rng).storage;
    // what rounding leaves of the others the first time goes the second time
    for (const q of [...found, ...found]) addTo(v, -dot(v, q), q);
    const length = Math.sqrt(dot(v, v));
    found.push(v.map((x) => x / length));
  }
  return found;
}

function dot(a: Floats, b: Floats): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

function addTo(v: Floats, factor: number, q: Floats): void {
  for (let i = 0; i < v.length; i++) v[i] += factor * q[i];
}

function noBlocks({ shape }: Tensor, gates: number): ShapeError {
  return shapeError(
    'orthogonal',
    `the weights are ${show(shape)}, to be cut into ${gates}.`,
    'It takes a matrix whose rows divide into the gates.',
  );
}
