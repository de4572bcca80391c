/** |a − b| ≤ absolute + relative · |b| */
export interface Tolerance {
  absolute: number;
  relative: number;
}

export const DEFAULT_TOLERANCE: Tolerance = { absolute: 1e-9, relative: 1e-7 };

/** Whether one number may stand for another. To the bit it is `Object.is`. */
export type Same = (got: number, expected: number) => boolean;

/** Close enough; NaN and the infinities are close to themselves alone. */
export function within({ absolute, relative }: Tolerance = DEFAULT_TOLERANCE): Same {
  return (got, expected) =>
    Object.is(got, expected) ||
    (Number.isFinite(expected) && Math.abs(got - expected) <= absolute + relative * Math.abs(expected));
}

/** For a comparison of everything but the numbers: kinds, lengths, shapes and keys. */
export const anyNumber: Same = () => true;

/** |a − b| / |b|, where that is a number. */
export function relativeError(got: number, expected: number): { relativeError?: number } {
  const error = Math.abs(got - expected) / Math.abs(expected);
  return Number.isFinite(error) ? { relativeError: error } : {};
}
