import { add, type Indices, logSoftmax, mean, mul, neg, reshape, type Tensor, where } from '#autograd';
import { noShare } from '../messages/losses.ts';
import { Module } from '../module.ts';
import { ownLosses, reducedByWeight } from './class-loss.ts';
import type { ClassLossOptions } from './nll-loss.ts';
import { readTargets, type Targets } from './targets.ts';

export interface CrossEntropyOptions extends ClassLossOptions {
  /** The share of a target that is spread over all classes evenly (Szegedy et al., 2016); 0 unless stated. */
  labelSmoothing?: number;
}

/**
 * -w[class] ln softmax(logits)[class] for each place, as `torch.nn.functional.cross_entropy` with classes as targets.
 *
 * The mean divides by the sum of the weights of the places that count. In a sequence [N, T, C] the classes come first:
 * `crossEntropy(transpose(logits, 1, 2), targets)`, with `ignoreIndex` where the targets are padding.
 *
 * @param logits [C], or [N, C, d…]
 * @param targets classes, or `ignoreIndex` (-100): a number, or [N, d…] in arrays or in a tensor
 * @returns one number, or with `reduction: 'none'` one for each target
 * @throws RangeError naming a target that is no class, or when the mean has nothing to count (PyTorch gives NaN)
 * @throws ShapeError when targets or weights do not fit the logits
 * @example
 * crossEntropy(tensor([[0, 0], [1000, 0]]), [1, 0], { reduction: 'none' }).toArray(); // [Math.LN2, 0]
 */
export function crossEntropy(logits: Tensor, targets: Indices, options: CrossEntropyOptions = {}): Tensor {
  const read = readTargets('crossEntropy', logits, targets, options);
  const logProbabilities = logSoftmax(logits, read.axis);
  const own = ownLosses(logProbabilities, read);
  const losses = smoothed(own, options, () => evenLosses(logProbabilities, read, options));
  return reducedByWeight('crossEntropy', losses, read, options.reduction);
}

/** (1 - ε) own + ε even */
function smoothed(own: Tensor, { labelSmoothing = 0 }: CrossEntropyOptions, even: () => Tensor): Tensor {
  if (!(labelSmoothing >= 0 && labelSmoothing <= 1)) throw noShare(labelSmoothing);
  return labelSmoothing === 0 ? own : add(mul(own, 1 - labelSmoothing), mul(even(), labelSmoothing));
}

/** -(1/C) Σ w[c] ln p[c]: the loss if every class were as true. */
function evenLosses(
  logProbabilities: Tensor,
  { axis, counted }: Targets,
  { weight }: CrossEntropyOptions,
): Tensor {
  const column = logProbabilities.shape.map((_, a) => (a === axis ? -1 : 1));
  const weighted = weight ? mul(logProbabilities, reshape(weight, column)) : logProbabilities;
  return where(counted, neg(mean(weighted, axis)), 0);
}

/**
 * `crossEntropy` as a module, as `torch.nn.CrossEntropyLoss`.
 *
 * @example
 * new CrossEntropyLoss({ ignoreIndex: 0 }).forward(tensor([[0, 0], [5, 5]]), [0, 1]).item(); // Math.LN2
 */
export class CrossEntropyLoss extends Module {
  readonly options: CrossEntropyOptions;

  constructor(options: CrossEntropyOptions = {}) {
    super();
    this.options = options;
  }

  forward(logits: Tensor, targets: Indices): Tensor {
    return crossEntropy(logits, targets, this.options);
  }
}
