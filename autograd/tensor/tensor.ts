import type { Floats } from '../kernels/floats.ts';
import { type Guard, guardOf, handOut } from './guard.ts';
import { notFilled, notSingle } from './messages/shapes.ts';
import type { Methods } from './methods.ts';
import { type Nested, nest } from './nested.ts';
import type { Node } from './node.ts';
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
  readonly shape: Shape;
  readonly dtype: DType;
  /** The number of elements. */
  readonly size: number;
  /** Whether `backward` should bring a gradient here, or through here. */
  requiresGrad: boolean;
  /** What `backward` has added up so far; only leaves have one. */
  grad: Tensor | null = null;
  /** The step of the computation that made this tensor; null outside a graph. */
  node: Node | null = null;
  /** The numbers as ops read them; everyone else reads `data`. */
  readonly storage: Floats;
  #guard: Guard | null = null;

  /** Takes over `storage`, which nobody else should write to from then on: `tensor` copies. */
  constructor(storage: Floats, shape: Shape, requiresGrad = false) {
    this.shape = shape;
    this.dtype = storage.BYTES_PER_ELEMENT === 4 ? 'float32' : 'float64';
    this.size = storage.length;
    this.requiresGrad = requiresGrad;
    this.storage = storage;
    if (storage.length !== sizeOf(shape)) throw notFilled(storage.length, shape);
  }

  /** Sees changes of numbers that were handed out; null while they were not. Equal tensors may differ in it. */
  get guard(): Guard | null {
    return this.#guard;
  }

  set guard(guard: Guard | null) {
    this.#guard = guard;
  }

  get rank(): number {
    return this.shape.length;
  }

  /**
   * The numbers in row-major order, to read and, before they are used or after the last `backward`, to write.
   *
   * An op keeps what its gradient needs; when that has changed, `backward` throws instead of giving a wrong gradient.
   */
  get data(): Floats {
    handOut(this);
    return this.storage;
  }

  /** The only element as a number. @throws ShapeError unless there is exactly one */
  item(): number {
    if (this.size === 1) return this.storage[0];
    throw notSingle(this);
  }

  /** The numbers as nested arrays; a number for rank 0. */
  toArray(): Nested {
    return nest(this.storage, this.shape);
  }

  /** As one would write it: `tensor([1, 2])`. */
  toString(): string {
    const dtype = this.dtype === 'float64' ? '' : `, { dtype: '${this.dtype}' }`;
    return `tensor(${JSON.stringify(this.toArray())}${dtype})`;
  }

  /** The same numbers (the same memory) outside the graph: no gradient flows through. */
  detach(): Tensor {
    return this.alias(this.shape);
  }

  /** The same memory under another shape, outside the graph. */
  alias(shape: Shape): Tensor {
    const y = new Tensor(this.storage, shape);
    y.guard = guardOf(this);
    return y;
  }
}

/** `methods.ts` puts exactly these on the prototype. */
export interface Tensor extends Methods {}
