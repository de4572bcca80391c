import { mean, sum, type Tensor } from '#autograd';

/** What becomes of the losses of all places: their mean, their sum, or each by itself. */
export type Reduction = 'mean' | 'sum' | 'none';

export function reduced(losses: Tensor, reduction: Reduction = 'mean'): Tensor {
  switch (reduction) {
    case 'mean':
      return mean(losses);
    case 'sum':
      return sum(losses);
    case 'none':
      return losses;
  }
}

export interface ReductionOptions {
  /** `'mean'` unless stated. */
  reduction?: Reduction;
}
