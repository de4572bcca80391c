import type { Tensor } from '#autograd';
import type { Tensors } from '../../named.ts';

/** A model of a notebook, for what stands in it and for what PyTorch says to it. */
export interface Model {
  /** What the notebook prints. */
  printed: Tensors;
  /** What the last digit of a printed number may hide. */
  atol: number;
  /** What is differentiated by the leaves. */
  loss: Tensor;
  leaves: Tensors;
}
