import { add, mul, neg, sub, type Tensor } from '#autograd';
import { Module } from '../module.ts';
import { softplus } from '../softplus.ts';
import { requireOneShape } from './one-shape.ts';
import { type ReductionOptions, reduced } from './reduction.ts';

export interface BCEOptions extends ReductionOptions {
  /** What each place weighs; it broadcasts over the logits. The mean does not divide by it. */
  weight?: Tensor;
  /** What a positive place weighs more than a negative one; it broadcasts over the logits. */
  posWeight?: Tensor;
}

/**
 * -(w₊ z ln σ(x) + (1 - z) ln(1 - σ(x))) for logits x and targets z from 0 to 1, exact where σ(x) rounds to 0 or 1:
 * `torch.nn.functional.binary_cross_entropy_with_logits`.
 *
 * @param logits [...]
 * @param targets of the same shape
 * @throws ShapeError when the shapes differ
 * @example
 * binaryCrossEntropyWithLogits(tensor([1000, -1000]), tensor([0, 0]), { reduction: 'none' }).toArray(); // [1000, 0]
 */
export function binaryCrossEntropyWithLogits(
  logits: Tensor,
  targets: Tensor,
  { weight, posWeight, reduction }: BCEOptions = {},
): Tensor {
  requireOneShape('binaryCrossEntropyWithLogits', logits, targets);
  const positive = posWeight ? mul(targets, posWeight) : targets;
  const losses = add(mul(positive, softplus(neg(logits))), mul(sub(1, targets), softplus(logits)));
  return reduced(weight ? mul(losses, weight) : losses, reduction);
}

/**
 * `binaryCrossEntropyWithLogits` as a module: `torch.nn.BCEWithLogitsLoss`.
 *
 * @example
 * new BCEWithLogits().forward(tensor([0]), tensor([1])).item(); // Math.LN2
 */
export class BCEWithLogits extends Module {
  readonly options: BCEOptions;

  constructor(options: BCEOptions = {}) {
    super();
    this.options = options;
  }

  forward(logits: Tensor, targets: Tensor): Tensor {
    return binaryCrossEntropyWithLogits(logits, targets, this.options);
  }
}
