import type { DType } from '../tensor/tensor.ts';

/** How exactly a dtype can be judged. */
export interface Precision {
  /** The relative distance of neighbouring numbers. */
  ulp: number;
  /** The first step of a difference, for an input of size 1. */
  largest: number;
  /** The step at which the slopes on both sides are compared. */
  bend: number;
  /** Between the points at which rounding is measured, and how far away these lie. */
  spacing: number;
  away: number;
  /** A numeric slope that is less certain than this part of it is no evidence. */
  certain: number;
  /** By how much of the numeric slope the analytic one may differ, beside the error. */
  tolerance: number;
  /** Parts of the largest slope around: how uncertain a smaller one may be, and how far off by rounding alone. */
  floor: number;
  negligible: number;
}

export const PRECISION: Record<DType, Precision> = {
  float64: {
    ulp: 2 ** -52,
    largest: 2 ** -3,
    bend: 2 ** -14,
    spacing: 2 ** -17,
    away: 2 ** -10,
    certain: 1e-6,
    tolerance: 1e-7,
    floor: 1e-10,
    negligible: 1e-12,
  },
  float32: {
    ulp: 2 ** -23,
    largest: 2 ** -1,
    bend: 2 ** -7,
    spacing: 2 ** -12,
    away: 2 ** -6,
    certain: 5e-6,
    tolerance: 2e-5,
    floor: 1e-6,
    negligible: 5e-6,
  },
};
