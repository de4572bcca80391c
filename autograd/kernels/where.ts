import type { Step } from './binary.ts';
import type { Floats } from './floats.ts';

/** Takes a where c is not 0, else b. What is not taken may be NaN. */
export function where(c: Floats, dc: Step, a: Floats, da: Step, b: Floats, db: Step, y: Floats): void {
  for (let i = 0; i < y.length; i++) y[i] = c[i * dc] !== 0 ? a[i * da] : b[i * db];
}
