import type { Floats } from './floats.ts';

/** 1 to walk along an operand, 0 to use its only element throughout. */
export type Step = 0 | 1;
export type BinaryKernel = (a: Floats, da: Step, b: Floats, db: Step, y: Floats) => void;

export function add(a: Floats, da: Step, b: Floats, db: Step, y: Floats): void {
  for (let i = 0; i < y.length; i++) y[i] = a[i * da] + b[i * db];
}

export function sub(a: Floats, da: Step, b: Floats, db: Step, y: Floats): void {
  for (let i = 0; i < y.length; i++) y[i] = a[i * da] - b[i * db];
}

export function mul(a: Floats, da: Step, b: Floats, db: Step, y: Floats): void {
  for (let i = 0; i < y.length; i++) y[i] = a[i * da] * b[i * db];
}

export function div(a: Floats, da: Step, b: Floats, db: Step, y: Floats): void {
  for (let i = 0; i < y.length; i++) y[i] = a[i * da] / b[i * db];
}

export function pow(a: Floats, da: Step, b: Floats, db: Step, y: Floats): void {
  for (let i = 0; i < y.length; i++) y[i] = a[i * da] ** b[i * db];
}

/** NaN wins, as in IEEE 754 maximum. */
export function maximum(a: Floats, da: Step, b: Floats, db: Step, y: Floats): void {
  for (let i = 0; i < y.length; i++) y[i] = Math.max(a[i * da], b[i * db]);
}

export function minimum(a: Floats, da: Step, b: Floats, db: Step, y: Floats): void {
  for (let i = 0; i < y.length; i++) y[i] = Math.min(a[i * da], b[i * db]);
}

/** 1 where a wins over b, ½ where they tie, else 0: the slope of `maximum` in a. */
export function share(a: Floats, da: Step, b: Floats, db: Step, y: Floats): void {
  for (let i = 0; i < y.length; i++) {
    const p = a[i * da];
    const q = b[i * db];
    y[i] = p > q ? 1 : p === q ? 0.5 : 0;
  }
}
