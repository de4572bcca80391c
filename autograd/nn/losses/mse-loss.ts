import { mul, sub, type Tensor } from '#autograd';
import { Module } from '../module.ts';
import { requireOneShape } from './one-shape.ts';
import { type ReductionOptions, reduced } from './reduction.ts';

/**
 * (x - target)², the mean unless stated otherwise.
 *
 * @param x [...]
 * @param target of the same shape: [N] beside [N, 1] would broadcast to [N, N], which nobody means
 * @throws ShapeError when the shapes differ
 * @example
 * mseLoss(tensor([1, 2]), tensor([1, 4])).item(); // 2
 */
export function mseLoss(x: Tensor, target: Tensor, { reduction }: ReductionOptions = {}): Tensor {
  requireOneShape('mseLoss', x, target);
  const difference = sub(x, target);
  return reduced(mul(difference, difference), reduction);
}

/**
 * `mseLoss` as a module, as `torch.nn.MSELoss`.
 *
 * @example
 * new MSELoss({ reduction: 'sum' }).forward(tensor([1, 2]), tensor([1, 4])).item(); // 4
 */
export class MSELoss extends Module {
  readonly options: ReductionOptions;

  constructor(options: ReductionOptions = {}) {
    super();
    this.options = options;
  }

  forward(x: Tensor, target: Tensor): Tensor {
    return mseLoss(x, target, this.options);
  }
}
