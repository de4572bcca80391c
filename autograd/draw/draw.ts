import { Value } from '../scalar/value.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { writeDot } from './dot.ts';
import type { Drawing, DrawOptions } from './drawing.ts';
import { writeMermaid } from './mermaid.ts';
import { drawTensor } from './of-tensor.ts';
import { drawValue } from './of-value.ts';

/**
 * The graph that `root` was computed with as a Mermaid flowchart: Markdown on GitHub and in a notebook shows it.
 *
 * Each box holds the op, the shape, the numbers and the gradient; of a `Value` also the local slopes, on the arrows.
 *
 * @throws RangeError for more than 500 boxes
 * @example
 * const x = new Value(3);
 * const y = x.mul(2);
 * y.backward();
 * toMermaid(y, { names: { x } }).split('\n')[1]; // '  v0(["x<br/>value 3<br/>grad 2"])'
 */
export function toMermaid<T extends Tensor | Value>(root: T, options: DrawOptions<T> = {}): string {
  return writeMermaid(drawingOf(root, options));
}

/**
 * The graph that `root` was computed with in DOT, the language of Graphviz, which makes an SVG of it.
 *
 * @throws RangeError for more than 500 boxes
 * @example
 * const x = tensor(3, { requiresGrad: true });
 * toDot(x.mul(x), { names: { x } }).split('\n')[2]; // '  t0 [shape=ellipse, label="x []\\nvalue 3\\ngrad 6"];'
 */
export function toDot<T extends Tensor | Value>(root: T, options: DrawOptions<T> = {}): string {
  return writeDot(drawingOf(root, options));
}

function drawingOf<T extends Tensor | Value>(root: T, options: DrawOptions<T>): Drawing {
  if (root instanceof Value) return drawValue(root, options as DrawOptions<Value>);
  return drawTensor(root as Tensor, options as DrawOptions<Tensor>);
}
