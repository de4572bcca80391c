import { exp, gather, log, max, mean, neg, sub, sum, type Tensor, tensor } from '#autograd';

/**
 * The logarithms of the probabilities, over the last axis: log softmax(z)ᵢ = zᵢ − log Σⱼ exp(zⱼ).
 *
 * @param logits scores, of any shape with at least one axis
 * @returns the same shape, in the graph
 * @throws RangeError when there is no axis
 */
export function logSoftmax(logits: Tensor): Tensor {
  // BEGIN SOLUTION
  const moved = sub(logits, max(logits, -1, true)); // the largest becomes 0, so no exponential overflows
  return sub(moved, log(sum(exp(moved), -1, true)));
  // END SOLUTION
}

/**
 * The mean over the batch of −log p, where p is the probability that the network gave to what was right.
 *
 * @param logits scores, [N, C]
 * @param targets the N right classes, whole numbers from 0 to C − 1
 * @returns a scalar, [], in the graph
 * @throws RangeError when logits are no matrix of N rows, N is 0, or a target is no class
 */
export function crossEntropy(logits: Tensor, targets: number[]): Tensor {
  // BEGIN SOLUTION
  requireTargets(logits, targets);
  const column = targets.map((target) => [target]);
  return neg(mean(gather(logSoftmax(logits), 1, column)));
  // END SOLUTION
}

/**
 * The gradient of `crossEntropy` with respect to the logits: (softmax(z) − one-hot) / N.
 *
 * @param logits scores, [N, C]
 * @param targets the N right classes
 * @returns [N, C]
 * @throws RangeError as `crossEntropy`
 */
export function crossEntropyBackward(logits: Tensor, targets: number[]): Tensor {
  // BEGIN SOLUTION
  requireTargets(logits, targets);
  const N = targets.length;
  const p = exp(logSoftmax(logits)).toArray() as number[][];
  return tensor(p.map((row, n) => row.map((pc, c) => (c === targets[n] ? pc - 1 : pc) / N)));
  // END SOLUTION
}

// BEGIN SOLUTION
function requireTargets(logits: Tensor, targets: number[]): void {
  if (logits.rank !== 2 || logits.shape[0] !== targets.length || targets.length === 0)
    throw new RangeError(
      `logits have the shape [${logits.shape}] and there are ${targets.length} targets, expected [N, C] and N of them, N > 0`,
    );
  const C = logits.shape[1]!;
  const wrong = targets.find((target) => !(Number.isInteger(target) && target >= 0 && target < C));
  if (wrong !== undefined)
    throw new RangeError(`${wrong} is no class: expected whole numbers from 0 to ${C - 1}`);
}
// END SOLUTION
