import { type DType, type Rng, type Shape, type Tensor, zeros } from '#autograd';

/** What every layer needs to make its parameters. */
export interface InitOptions {
  /** Where the first numbers come from: `seededRng(1)` repeats them. */
  rng: Rng;
  /** `float64` unless stated. */
  dtype?: DType;
}

/** Zeros that training changes; `init/` has what to fill them with. */
export function parameter(shape: Shape, dtype?: DType): Tensor {
  return zeros(shape, { dtype, requiresGrad: true });
}
