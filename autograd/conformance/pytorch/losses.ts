import { abs, add, div, log, logSoftmax, lt, mul, neg, sub, sum, type Tensor, where } from '#autograd';
import { binaryCrossEntropyWithLogits, crossEntropy, mseLoss, nllLoss } from '#autograd/nn';
import { reduced } from '../../nn/losses/reduction.ts';
import { type Any, named, type Operator } from './call.ts';

/** A loss for each element, then summed, averaged, or as it is. */
const loss = (f: (x: Tensor, target: Tensor, given: Any) => Tensor): Operator =>
  named('target', (x, { target, ...given }) => reduced(f(x, target, given), given.reduction));

export const losses: Record<string, Operator> = {
  'nn.functional.mse_loss': named('target', (x, { target, reduction }) => mseLoss(x, target, { reduction })),
  'nn.functional.l1_loss': loss((x, target) => abs(sub(x, target))),
  'nn.functional.smooth_l1_loss': loss((x, target, { beta = 1 }) => div(huber(sub(x, target), beta), beta)),
  'nn.functional.huber_loss': loss((x, target, { delta }) => huber(sub(x, target), delta)),
  'nn.functional.binary_cross_entropy': loss((x, target, { weight = 1 }) => {
    const likelihood = add(mul(target, log(x)), mul(sub(1, target), log(sub(1, x))));
    return mul(neg(likelihood), weight);
  }),
  'nn.functional.binary_cross_entropy_with_logits': named('target', (x, { target, ...given }) =>
    binaryCrossEntropyWithLogits(x, target, given),
  ),
  'nn.functional.kl_div': named('target', (x, { target, reduction }) => {
    const divergence = mul(target, sub(log(target), x));
    return reduction === 'batchmean' ? div(sum(divergence), x.shape[0]) : reduced(divergence, reduction);
  }),
  'nn.functional.nll_loss': named('target', (x, { target, ignore_index, ...given }) =>
    nllLoss(x, target, { ignoreIndex: ignore_index, ...given }),
  ),
  'nn.functional.cross_entropy': named('target', (x, { target, reduction }) => {
    if (target.rank < x.rank) return crossEntropy(x, target, { reduction });
    return reduced(neg(sum(mul(target, logSoftmax(x, 1)), 1)), reduction);
  }),
};

/** Quadratic up to `edge`, linear beyond. */
function huber(d: Tensor, edge: number): Tensor {
  const size = abs(d);
  return where(lt(size, edge), mul(mul(d, d), 0.5), mul(sub(size, edge / 2), edge));
}
