import { largest } from './argmax.ts';
import type { Floats } from './floats.ts';

/**
 * y = e^x / Σ e^x along lanes of n elements that lie `stride` apart.
 *
 * The largest element is taken off first, so that nothing overflows.
 */
export function softmax(x: Floats, y: Floats, n: number, stride: number): void {
  for (let block = 0; block < x.length; block += n * stride)
    for (let at = block; at < block + stride; at++) softmaxLane(x, y, n, stride, at);
}

function softmaxLane(x: Floats, y: Floats, n: number, stride: number, at: number): void {
  const top = x[largest(x, n, stride, at)];
  const end = at + n * stride;
  let total = 0;
  for (let i = at; i < end; i += stride) {
    const e = Math.exp(x[i] - top);
    y[i] = e;
    total += e;
  }
  for (let i = at; i < end; i += stride) y[i] /= total;
}

/** y = x - ln Σ e^x along the same lanes. */
export function logSoftmax(x: Floats, y: Floats, n: number, stride: number): void {
  for (let block = 0; block < x.length; block += n * stride)
    for (let at = block; at < block + stride; at++) logSoftmaxLane(x, y, n, stride, at);
}

function logSoftmaxLane(x: Floats, y: Floats, n: number, stride: number, at: number): void {
  const top = x[largest(x, n, stride, at)];
  const end = at + n * stride;
  let total = 0;
  for (let i = at; i < end; i += stride) total += Math.exp(x[i] - top);
  const shift = Math.log(total);
  for (let i = at; i < end; i += stride) y[i] = x[i] - top - shift;
}
