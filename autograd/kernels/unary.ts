import type { Floats } from './floats.ts';

export type UnaryKernel = (x: Floats, y: Floats) => void;

export function neg(x: Floats, y: Floats): void {
  for (let i = 0; i < y.length; i++) y[i] = -x[i];
}

export function exp(x: Floats, y: Floats): void {
  for (let i = 0; i < y.length; i++) y[i] = Math.exp(x[i]);
}

export function log(x: Floats, y: Floats): void {
  for (let i = 0; i < y.length; i++) y[i] = Math.log(x[i]);
}

export function sqrt(x: Floats, y: Floats): void {
  for (let i = 0; i < y.length; i++) y[i] = Math.sqrt(x[i]);
}

export function sin(x: Floats, y: Floats): void {
  for (let i = 0; i < y.length; i++) y[i] = Math.sin(x[i]);
}

export function cos(x: Floats, y: Floats): void {
  for (let i = 0; i < y.length; i++) y[i] = Math.cos(x[i]);
}

export function abs(x: Floats, y: Floats): void {
  for (let i = 0; i < y.length; i++) y[i] = Math.abs(x[i]);
}

/** The slope of abs, 0 at 0. */
export function sign(x: Floats, y: Floats): void {
  for (let i = 0; i < y.length; i++) y[i] = Math.sign(x[i]);
}

export function tanh(x: Floats, y: Floats): void {
  for (let i = 0; i < y.length; i++) y[i] = Math.tanh(x[i]);
}

/** e^-|x| never overflows. */
export function sigmoid(x: Floats, y: Floats): void {
  for (let i = 0; i < y.length; i++) {
    const e = Math.exp(-Math.abs(x[i]));
    y[i] = (x[i] >= 0 ? 1 : e) / (1 + e);
  }
}

export function relu(x: Floats, y: Floats): void {
  for (let i = 0; i < y.length; i++) y[i] = Math.max(x[i], 0);
}

/** 1 where x is positive, else 0: the slope of relu. */
export function isPositive(x: Floats, y: Floats): void {
  for (let i = 0; i < y.length; i++) y[i] = x[i] > 0 ? 1 : 0;
}

/** 1 where x is 0, else 0. */
export function isZero(x: Floats, y: Floats): void {
  for (let i = 0; i < y.length; i++) y[i] = x[i] === 0 ? 1 : 0;
}
