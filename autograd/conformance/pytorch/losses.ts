import { abs, add, div, log, logSoftmax, lt, mul, neg, pow, sub, sum, type Tensor, where } from '#autograd';
import { softplus } from '../activations.ts';
import { classLoss, reduced } from '../losses.ts';
import { type Any, named, type Operator } from './call.ts';

/** A loss for each element, then summed, averaged, or as it is. */
const loss = (f: (x: Tensor, target: Tensor, given: Any) => Tensor): Operator =>
  named('target', (x, { target, ...given }) => reduced(f(x, target, given), given.reduction));

export const losses: Record<string, Operator> = {
  'nn.functional.mse_loss': loss((x, target) => pow(sub(x, target), 2)),
  'nn.functional.l1_loss': loss((x, target) => abs(sub(x, target))),
  'nn.functional.smooth_l1_loss': loss((x, target, { beta = 1 }) => div(huber(sub(x, target), beta), beta)),
  'nn.functional.huber_loss': loss((x, target, { delta }) => huber(sub(x, target), delta)),
  'nn.functional.binary_cross_entropy': loss((x, target, { weight = 1 }) => {
    const likelihood = add(mul(target, log(x)), mul(sub(1, target), log(sub(1, x))));
    return mul(neg(likelihood), weight);
  }),
  'nn.functional.binary_cross_entropy_with_logits': loss((x, target) => sub(softplus(x), mul(x, target))),
  'nn.functional.kl_div': named('target', (x, { target, reduction }) => {
    const divergence = mul(target, sub(log(target), x));
    return reduction === 'batchmean' ? div(sum(divergence), x.shape[0]) : reduced(divergence, reduction);
  }),
  'nn.functional.nll_loss': named('target', (x, { target, ignore_index, ...given }) =>
    classLoss(x, target, { ignore: ignore_index, ...given }),
  ),
  'nn.functional.cross_entropy': named('target', (x, { target, reduction }) => {
    const scores = logSoftmax(x, 1);
    if (target.rank < x.rank) return classLoss(scores, target, { reduction });
    return reduced(neg(sum(mul(target, scores), 1)), reduction);
  }),
};

/** Quadratic up to `edge`, linear beyond. */
function huber(d: Tensor, edge: number): Tensor {
  const size = abs(d);
  return where(lt(size, edge), mul(mul(d, d), 0.5), mul(sub(size, edge / 2), edge));
}
