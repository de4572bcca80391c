import { concat, full, type Tensor } from '#autograd';
import { noSteps } from '../messages/seq2seq.ts';
import type { Decoded, Decoder } from './decoder.ts';
import type { Encoded } from './encoder.ts';
import { likeliest, unroll } from './unroll.ts';

export interface GenerateOptions {
  /** The id that each sequence begins with. */
  bos: number;
  /** The id that ends a sequence. */
  eos: number;
  /** The most ids that are written: an end may never come. */
  maxLength: number;
}

export interface Generated {
  /** What was written, without bos and eos. */
  ids: number[][];
  /** Where each step looked, [N, T, S], the step that wrote eos included; null without attention. */
  weights: Tensor | null;
}

/** Writes the likeliest id at every step, until all sequences have ended. */
export function generate(
  decoder: Decoder,
  encoded: Encoded,
  { bos, eos, maxLength }: GenerateOptions,
): Generated {
  if (!(Number.isInteger(maxLength) && maxLength > 0)) throw noSteps(maxLength);
  const N = encoded.output.shape[0];
  const rows: number[][] = Array.from({ length: N }, () => []);
  const steps = unroll(decoder, encoded, full([N, 1], bos), (last, step) => {
    const ids = likeliest(last);
    rows.forEach((row, n) => {
      row.push(ids.storage[n]);
    });
    return step === maxLength || rows.every((row) => row.includes(eos)) ? null : ids;
  });
  return { ids: rows.map((row) => before(eos, row)), weights: allWeights(steps) };
}

function before(eos: number, ids: readonly number[]): number[] {
  return ids.slice(0, [...ids, eos].indexOf(eos));
}

function allWeights(steps: readonly Decoded[]): Tensor | null {
  const weights = steps.map((step) => step.weights).filter((x) => x !== null);
  return weights.length > 0 ? concat(weights, 1) : null;
}
