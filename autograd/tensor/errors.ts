/** Sizes, axes or indices that do not fit. */
export class ShapeError extends RangeError {
  override name = 'ShapeError';
}

/** A shape as messages write it: `[2, 3]`. */
export function show(shape: readonly number[]): string {
  return `[${shape.join(', ')}]`;
}

/** `where: what.` and, on the next line, what to do about it. */
export function shapeError(where: string, what: string, advice?: string): ShapeError {
  return new ShapeError(`${where}: ${what}${advice ? `\n  ${advice}` : ''}`);
}
