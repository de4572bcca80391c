import type { EpochSummary } from './progress.ts';

/**
 * An epoch in a line, as a terminal shows it.
 *
 * @example
 * const gradNorm = { median: 0.5, largest: 2 };
 * epochLine({ epoch: 2, steps: 10, loss: 1.25, gradNorm }); // 'epoch 3: loss 1.250, gradient 0.5000, at most 2.000'
 */
export function epochLine({ epoch, loss, gradNorm, validation }: EpochSummary): string {
  const heldOut = validation && `held out ${short(validation.value)}${validation.best ? ' (best)' : ''}`;
  const gradient = `gradient ${short(gradNorm.median)}, at most ${short(gradNorm.largest)}`;
  return [`epoch ${epoch + 1}: loss ${short(loss)}`, heldOut, gradient].filter(Boolean).join(', ');
}

function short(value: number): string {
  return value.toPrecision(4);
}
