import { add, mul, type Operand, sub } from '#autograd';
import { type Gates, summed } from './gates.ts';
import type { Activation, Step } from './step.ts';

interface LstmOptions {
  sigma: Activation;
  phi: Activation;
  psi: Activation;
  /** What the gates see of the memory cell, each [H] (Gers and Schmidhuber, 2000). */
  peepholes?: { i: Operand; f: Operand; o: Operand };
  /** Whether f = 1 - i. */
  inputForget?: boolean;
}

const CLOSED = { i: 0, f: 0, o: 0 };

/** c' = f c + i φ(…), h' = o ψ(c'), with gates σ(W x + R h + b + p c). */
export function lstmStep(gates: Gates, options: LstmOptions): Step {
  const { sigma, phi, psi, peepholes: p = CLOSED, inputForget } = options;
  return (x, { h, c }) => {
    const i = sigma(add(summed(gates.i, x, h), mul(c, p.i)));
    const f = inputForget ? sub(1, i) : sigma(add(summed(gates.f, x, h), mul(c, p.f)));
    const g = phi(summed(gates.g, x, h));
    const cNext = add(mul(f, c), mul(i, g));
    const o = sigma(add(summed(gates.o, x, h), mul(cNext, p.o)));
    return { h: mul(o, psi(cNext)), c: cNext };
  };
}
