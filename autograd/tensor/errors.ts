/** Sizes, axes or indices that do not fit. */
export class ShapeError extends RangeError {
  override name = 'ShapeError';
}

/** A shape as messages write it: `[2, 3]`. */
export function show(shape: readonly number[]): string {
  return `[${shape.join(', ')}]`;
}

/** Shapes as a message lists them: `[2, 3] and [4]`. */
export function showAll(tensors: readonly { shape: readonly number[] }[]): string {
  return tensors.map(({ shape }) => show(shape)).join(' and ') || 'none';
}

/** `op: what.` and, on the next line, what would fit. The engine's own messages stand in `messages/`. */
export function message(op: string, what: string, advice?: string): string {
  return `${op}: ${what}${advice ? `\n  ${advice}` : ''}`;
}

export function shapeError(op: string, what: string, advice?: string): ShapeError {
  return new ShapeError(message(op, what, advice));
}
