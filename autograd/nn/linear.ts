import { add, matmul, type Tensor, transpose } from '#autograd';
import { uniform } from './init/uniform.ts';
import { Module } from './module.ts';
import { type InitOptions, parameter } from './parameter.ts';

/**
 * y = x Wᵀ + b, which is W x + b for each row of x.
 *
 * @param x [..., in]
 * @param W [out, in]
 * @param b [out], or null for none
 * @returns [..., out]
 * @throws ShapeError when the inner sizes differ
 * @example
 * linear(tensor([[1, 2]]), tensor([[3, 4]]), tensor([5])).toArray(); // [[16]]
 */
export function linear(x: Tensor, W: Tensor, b: Tensor | null = null): Tensor {
  const y = matmul(x, transpose(W, 0, 1));
  return b ? add(y, b) : y;
}

export interface LinearOptions extends InitOptions {
  /** Whether there is a bias; true unless stated. */
  bias?: boolean;
}

/**
 * An affine map with weights of its own, `weight` [out, in] and `bias` [out], as `torch.nn.Linear`.
 *
 * @example
 * new Linear(3, 2, { rng: seededRng(1) }).forward(zeros([5, 3])).shape; // [5, 2]
 */
export class Linear extends Module {
  readonly weight: Tensor;
  readonly bias: Tensor | null;

  constructor(inFeatures: number, outFeatures: number, { bias = true, rng, dtype }: LinearOptions) {
    super();
    const bound = 1 / Math.sqrt(inFeatures);
    this.weight = uniform(parameter([outFeatures, inFeatures], dtype), bound, rng);
    this.bias = bias ? uniform(parameter([outFeatures], dtype), bound, rng) : null;
  }

  /** [..., in] → [..., out] */
  forward(x: Tensor): Tensor {
    return linear(x, this.weight, this.bias);
  }
}
