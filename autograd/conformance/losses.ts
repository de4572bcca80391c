import {
  div,
  gather,
  indexSelect,
  mean,
  mul,
  ne,
  neg,
  reshape,
  squeeze,
  sum,
  type Tensor,
  unsqueeze,
  where,
} from '#autograd';

export type Reduction = 'none' | 'mean' | 'sum';

export function reduced(loss: Tensor, reduction: Reduction = 'mean'): Tensor {
  if (reduction === 'none') return loss;
  return reduction === 'sum' ? sum(loss) : mean(loss);
}

export interface ClassOptions {
  weight?: Tensor | null;
  /** Places with this class count nothing. */
  ignore?: number;
  reduction?: Reduction;
}

/** -w[target] · scores[target] for scores [N, C, …], or [C], and targets [N, …]; the mean divides by the weights. */
export function classLoss(scores: Tensor, target: Tensor, options: ClassOptions): Tensor {
  const { weight, ignore, reduction = 'mean' } = options;
  const axis = scores.rank > 1 ? 1 : 0;
  const counted = ne(target, ignore ?? Number.NaN);
  const safe = where(counted, target, 0);
  const own = squeeze(gather(scores, axis, unsqueeze(safe, axis)), axis);
  const weights = weight ? mul(counted, weightsOf(weight, safe)) : counted;
  const loss = neg(mul(weights, own));
  return reduction === 'mean' ? div(sum(loss), sum(weights)) : reduced(loss, reduction);
}

function weightsOf(weight: Tensor, target: Tensor): Tensor {
  return reshape(indexSelect(weight, 0, reshape(target, [-1])), target.shape);
}
