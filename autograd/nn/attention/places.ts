import { type Condition, type Shape, Tensor, tensor, unsqueeze, where } from '#autograd';
import { maskDoesNotFit, wrongNumberOfLengths } from '../messages/attention.ts';
import { sequenceMask } from './sequence-mask.ts';

export interface Places {
  /** How many of the T places each sequence has; all unless given. */
  lengths?: readonly number[];
  /** 1 where a query may look, else 0, broadcasting to the weights; everywhere unless given. */
  mask?: Condition;
}

/** 1 where a query may look and there is something; null when that is everywhere. */
export function openPlaces({ lengths, mask }: Places, weights: Shape): Tensor | null {
  const allowed = mask === undefined ? null : maskFor(mask, weights);
  const there = lengths ? maskOf(lengths, weights) : null;
  return allowed && there ? where(there, allowed, 0) : (allowed ?? there);
}

/** [N, T], or [N, 1, T] beside several queries */
function maskOf(lengths: readonly number[], weights: Shape): Tensor {
  if (lengths.length !== weights[0]) throw wrongNumberOfLengths(lengths.length, weights[0]);
  const mask = sequenceMask(lengths, weights.at(-1)!);
  return weights.length === 2 ? mask : unsqueeze(mask, 1);
}

function maskFor(condition: Condition, weights: Shape): Tensor {
  const mask = condition instanceof Tensor ? condition : tensor(condition);
  const missing = weights.length - mask.rank;
  const fits = missing >= 0 && mask.shape.every((n, axis) => n === 1 || n === weights[axis + missing]);
  if (fits) return mask;
  throw maskDoesNotFit(mask.shape, weights);
}
