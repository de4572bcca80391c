import { type Indices, reshape, type Shape, type Tensor, tensor } from '#autograd';
import { sameShape } from '../../tensor/shape.ts';
import { idTensor, requireIds } from '../ids.ts';
import { noClassAxis, targetsDoNotFit, weightDoesNotFit } from '../messages/losses.ts';

export interface TargetOptions {
  /** What each class weighs: [C]. */
  weight?: Tensor | null;
  /** The target of places that do not count, as in padding; -100 unless stated. */
  ignoreIndex?: number;
}

/** What the targets say of each place, in tensors of their shape: constants of the graph. */
export interface Targets {
  /** The axis of the classes in what they are compared with. */
  axis: number;
  /** The class, 0 where the place does not count. */
  classes: Tensor;
  /** 1 where the place counts, else 0. */
  counted: Tensor;
  /** What the place weighs: 1 or the weight of its class, 0 where it does not count. */
  weights: Tensor;
}

/**
 * @param scores [C], or [N, C, d…]
 * @param given [], or [N, d…]
 * @throws ShapeError for targets or weights that do not fit, RangeError naming a target that is no class
 */
export function readTargets(where: string, scores: Tensor, given: Indices, options: TargetOptions): Targets {
  const { weight, ignoreIndex = -100 } = options;
  const axis = classAxisOf(where, scores);
  const ids = idTensor(given);
  requireTargets(where, scores, axis, ids);
  requireIds(where, ids, { kind: 'class', count: scores.shape[axis], except: ignoreIndex });
  requireWeight(where, scores.shape[axis], weight);

  const each = (f: (id: number) => number) => likewise(scores, Float64Array.from(ids.storage, f), ids.shape);
  const counts = (id: number) => id !== ignoreIndex;
  return {
    axis,
    classes: each((id) => (counts(id) ? id : 0)),
    counted: each((id) => Number(counts(id))),
    weights: each((id) => (counts(id) ? (weight?.storage[id] ?? 1) : 0)),
  };
}

function likewise({ dtype }: Tensor, numbers: Float64Array, shape: Shape): Tensor {
  return reshape(tensor(numbers, { dtype }), shape);
}

function classAxisOf(where: string, scores: Tensor): number {
  if (scores.rank === 0) throw noClassAxis(where);
  return scores.rank === 1 ? 0 : 1;
}

function requireTargets(where: string, scores: Tensor, axis: number, ids: Tensor): void {
  const fitting = scores.shape.toSpliced(axis, 1);
  if (!sameShape(ids.shape, fitting)) throw targetsDoNotFit(where, ids.shape, scores.shape, fitting);
}

function requireWeight(where: string, classes: number, weight: Tensor | null | undefined): void {
  if (weight && !sameShape(weight.shape, [classes])) throw weightDoesNotFit(where, weight.shape, classes);
}
