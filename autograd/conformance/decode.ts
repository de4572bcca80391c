import { type DType, full, type Shape, type Tensor } from '#autograd';

type Word = number | string | boolean;

/** A tensor as the files hold it: flat, in row-major order; numbers that JSON lacks are words. */
export interface Encoded {
  shape: Shape;
  dtype?: string;
  data: Word[];
}

/** Whole numbers and booleans get the dtype of the floats that they meet. */
export function decode(
  { shape, dtype, data }: Encoded,
  among: DType = 'float64',
  requiresGrad = false,
): Tensor {
  const x = full(shape, 0, {
    dtype: dtype === 'float32' || dtype === 'float64' ? dtype : among,
    requiresGrad,
  });
  x.data.set(data.map(numberOf));
  return x;
}

/** `Infinity` and `-inf` are the same word in two languages. */
export function numberOf(word: Word): number {
  return Number(typeof word === 'string' ? word.replace(/^(-?)inf$/, '$1Infinity') : word);
}

/** The dtype of the floats among some encoded tensors: float64 unless there is a float32. */
export function dtypeAmong(tensors: readonly (Encoded | null)[]): DType {
  return tensors.some((x) => x?.dtype === 'float32') ? 'float32' : 'float64';
}
