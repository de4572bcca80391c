import { type Tensor, transpose } from '#autograd';
import { linear } from '#autograd/nn';

/** x W + b, with W [in, out] as the course has it. */
export function affine(x: Tensor, W: Tensor, b: Tensor): Tensor {
  return linear(x, transpose(W, 0, 1), b);
}
