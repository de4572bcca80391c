import type { Floats } from './floats.ts';

/** y = the runs of `width` elements that begin in x at `starts`. */
export function gather(x: Floats, starts: Int32Array, width: number, y: Floats): void {
  for (let k = 0; k < starts.length; k++) {
    const at = starts[k];
    for (let i = 0; i < width; i++) y[k * width + i] = x[at + i];
  }
}

/** Adds the runs of x to y where `gather` took them: its adjoint. A place that was taken twice receives both. */
export function scatter(x: Floats, starts: Int32Array, width: number, y: Floats): void {
  for (let k = 0; k < starts.length; k++) {
    const at = starts[k];
    for (let i = 0; i < width; i++) y[at + i] += x[k * width + i];
  }
}
