import type { DType } from '#autograd';

/** How a header writes the dtypes that tensors have here. */
export const CODES: Record<DType, string> = { float64: 'F64', float32: 'F32' };

/** Bytes of a number. */
export const WIDTHS: Record<DType, number> = { float64: 8, float32: 4 };

/** The dtype that a header means; undefined for one that tensors do not have here. */
export function dtypeOf(code: string): DType | undefined {
  return (Object.keys(CODES) as DType[]).find((dtype) => CODES[dtype] === code);
}
