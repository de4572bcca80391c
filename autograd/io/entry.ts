import type { DType, Shape } from '#autograd';

/** What a header says about a tensor: `{ "dtype": "F32", "shape": [2, 3], "data_offsets": [0, 24] }`. */
export interface Entry {
  name: string;
  dtype: DType;
  shape: Shape;
  /** Where its bytes begin, counted from the end of the header. */
  begin: number;
  /** Where they have ended. */
  end: number;
}

/** The name under which a header keeps what is not a tensor. */
export const METADATA = '__metadata__';

/** How many tensors, and how many texts, a file has at most: objects of JavaScript with millions of names take minutes. */
export const MOST_NAMES = 2 ** 18;
