import type { Step } from './binary.ts';
import type { Floats } from './floats.ts';

export function gt(a: Floats, da: Step, b: Floats, db: Step, y: Floats): void {
  for (let i = 0; i < y.length; i++) y[i] = a[i * da] > b[i * db] ? 1 : 0;
}

export function ge(a: Floats, da: Step, b: Floats, db: Step, y: Floats): void {
  for (let i = 0; i < y.length; i++) y[i] = a[i * da] >= b[i * db] ? 1 : 0;
}

export function lt(a: Floats, da: Step, b: Floats, db: Step, y: Floats): void {
  for (let i = 0; i < y.length; i++) y[i] = a[i * da] < b[i * db] ? 1 : 0;
}

export function le(a: Floats, da: Step, b: Floats, db: Step, y: Floats): void {
  for (let i = 0; i < y.length; i++) y[i] = a[i * da] <= b[i * db] ? 1 : 0;
}

export function eq(a: Floats, da: Step, b: Floats, db: Step, y: Floats): void {
  for (let i = 0; i < y.length; i++) y[i] = a[i * da] === b[i * db] ? 1 : 0;
}

export function ne(a: Floats, da: Step, b: Floats, db: Step, y: Floats): void {
  for (let i = 0; i < y.length; i++) y[i] = a[i * da] !== b[i * db] ? 1 : 0;
}
