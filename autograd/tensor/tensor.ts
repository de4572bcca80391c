import type { Floats } from '../kernels/floats.ts';
import { shapeError, show } from './errors.ts';
import type { Node } from './graph.ts';
import type { Methods } from './methods.ts';
import { type Nested, nest } from './nested.ts';
import { type Shape, sizeOf } from './shape.ts';

export type DType = 'float64' | 'float32';

/**
 * Numbers in a row-major array with a shape, and a place in a graph of computations.
 *
 * Every op of `#autograd` is a function and a method: `mul(a, b)` is `a.mul(b)`.
 *
 * @example
 * const x = tensor([[1, 2], [3, 4]], { requiresGrad: true });
 * x.mul(x).sum().backward();
 * x.grad?.toArray(); // [[2, 4], [6, 8]]
 */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: methods.ts puts exactly the interface on the prototype
export class Tensor {
  readonly data: Floats;
  readonly shape: Shape;
  /** Whether `backward` should bring a gradient here, or through here. */
  requiresGrad: boolean;
  /** What `backward` has added up so far; only leaves have one. */
  grad: Tensor | null = null;
  /** The step of the computation that made this tensor; null outside a graph. */
  node: Node | null = null;

  constructor(data: Floats, shape: Shape, requiresGrad = false) {
    this.data = data;
    this.shape = shape;
    this.requiresGrad = requiresGrad;
    if (data.length !== sizeOf(shape)) throw sizeDiffers(data.length, shape);
  }

  get dtype(): DType {
    return this.data.BYTES_PER_ELEMENT === 4 ? 'float32' : 'float64';
  }

  get rank(): number {
    return this.shape.length;
  }

  get size(): number {
    return this.data.length;
  }

  /** The only element as a number. @throws ShapeError unless there is exactly one */
  item(): number {
    if (this.data.length === 1) return this.data[0];
    throw shapeError(
      'item',
      `x is ${show(this.shape)}, not a single number.`,
      'toArray() gives all of them.',
    );
  }

  /** The numbers as nested arrays; a number for rank 0. */
  toArray(): Nested {
    return nest(this.data, this.shape);
  }

  /** As one would write it: `tensor([1, 2])`. */
  toString(): string {
    const dtype = this.dtype === 'float64' ? '' : `, { dtype: '${this.dtype}' }`;
    return `tensor(${JSON.stringify(this.toArray())}${dtype})`;
  }

  /** The same numbers (the same memory) outside the graph: no gradient flows through. */
  detach(): Tensor {
    return new Tensor(this.data, this.shape);
  }
}

/** `methods.ts` puts exactly these on the prototype. */
export interface Tensor extends Methods {}

function sizeDiffers(length: number, shape: Shape) {
  return shapeError('Tensor', `${length} numbers do not fill the shape ${show(shape)}.`);
}
