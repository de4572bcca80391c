import { ge, mul, type Rng, rand, type Shape, type Tensor } from '#autograd';
import { Module } from './module.ts';

/**
 * Zero with probability `p`, else 1 / (1 - p), so that what it is multiplied with keeps its expected value.
 *
 * A mask with a size of 1 is shared along that axis: [1, N, H] drops the same units at every step (Gal and
 * Ghahramani, 2016).
 *
 * @throws RangeError unless p lies in [0, 1]
 * @example
 * dropoutMask([3], 0, seededRng(1)).toArray(); // [1, 1, 1]
 */
export function dropoutMask(shape: Shape, p: number, rng: Rng, options?: Pick<Tensor, 'dtype'>): Tensor {
  requireProbability(p);
  const kept = ge(rand(shape, rng, options), p);
  return mul(kept, p === 1 ? 0 : 1 / (1 - p));
}

/**
 * Drops elements with probability `p` and scales the others by 1 / (1 - p); outside training x as it is (inverted
 * dropout: Srivastava et al., 2014).
 *
 * @param x [...]
 * @returns [...], of the same shape
 * @throws RangeError unless p lies in [0, 1]
 * @example
 * dropout(tensor([1, 2]), 0.5, seededRng(1), false).toArray(); // [1, 2]
 */
export function dropout(x: Tensor, p: number, rng: Rng, training = true): Tensor {
  requireProbability(p);
  return training && p > 0 ? mul(x, dropoutMask(x.shape, p, rng, x)) : x;
}

/**
 * `dropout` while the module trains, as `torch.nn.Dropout`.
 *
 * @example
 * new Dropout(0.5, { rng: seededRng(1) }).eval().forward(tensor([1, 2])).toArray(); // [1, 2]
 */
export class Dropout extends Module {
  readonly p: number;
  readonly rng: Rng;

  constructor(p: number, { rng }: { rng: Rng }) {
    super();
    requireProbability(p);
    this.p = p;
    this.rng = rng;
  }

  forward(x: Tensor): Tensor {
    return dropout(x, this.p, this.rng, this.training);
  }
}

function requireProbability(p: number): void {
  if (p >= 0 && p <= 1) return;
  throw new RangeError(
    `dropout: ${p} is no probability.\n  It takes p from 0 (nothing is dropped) to 1 (all).`,
  );
}
