import type { Tensor } from '#autograd';
import { sameShape } from '../../tensor/shape.ts';
import { comparedShapesDiffer } from '../messages/losses.ts';

/** @throws ShapeError when two tensors that are compared place by place differ in shape */
export function requireOneShape(where: string, x: Tensor, target: Tensor): void {
  if (!sameShape(x.shape, target.shape)) throw comparedShapesDiffer(where, x.shape, target.shape);
}
