import type { Policy } from '#checks';

/** Gradients are written by hand: whatever differentiates is not there, and neither are some functions besides. */
export function byHand(...besides: string[]): Policy {
  return { engine: true, forbidden: ['.backward', 'backward', 'grad', 'ops', ...besides] };
}
