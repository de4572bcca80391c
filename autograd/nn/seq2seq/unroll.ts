import { argmax, type Tensor } from '#autograd';
import type { Decoded, Decoder } from './decoder.ts';
import type { Encoded } from './encoder.ts';

/** Says what follows `step` steps, the last of which is given: ids [N, 1], or null for the end. */
export type Next = (last: Decoded, step: number) => Tensor | null;

/** Decodes step by step. */
export function unroll(decoder: Decoder, encoded: Encoded, first: Tensor, next: Next): Decoded[] {
  const steps: Decoded[] = [];
  for (let ids: Tensor | null = first; ids !== null; ) {
    const decoded: Decoded = decoder.forward(ids, encoded, steps.at(-1)?.state);
    ids = next(decoded, steps.push(decoded));
  }
  return steps;
}

/** The likeliest id at each step: [N, T]. */
export function likeliest({ logits }: Decoded): Tensor {
  return argmax(logits, -1);
}
