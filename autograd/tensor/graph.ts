import type { Shape } from './shape.ts';
import type { Tensor } from './tensor.ts';

/** The gradient of input `i`, given that of the output: ∂L/∂xᵢ from ∂L/∂y. */
export type PullBack = (dy: Tensor, i: number) => Tensor;

let created = 0;
let recording = true;

/** One step of a computation. Steps are numbered as they are made, so inputs come before users. */
export class Node {
  readonly id = created++;
  readonly shape: Shape;
  /** Where the gradient goes next; null for an input that needs none. */
  readonly inputs: readonly (Node | null)[];
  /** Null for a leaf. */
  readonly pullBack: PullBack | null;
  /** The tensor whose `grad` is filled; null for what was computed. */
  readonly leaf: Tensor | null;
  /** ∂L/∂y as far as it is known during a sweep. */
  gradient: Tensor | null = null;
  /** The last sweep that came by. */
  lastSweep = 0;

  constructor(
    shape: Shape,
    inputs: readonly (Node | null)[],
    pullBack: PullBack | null,
    leaf: Tensor | null = null,
  ) {
    this.shape = shape;
    this.inputs = inputs;
    this.pullBack = pullBack;
    this.leaf = leaf;
  }
}

/** Notes how `y` came from `inputs`, if recording is on and any of them needs a gradient. Returns `y`. */
export function record(y: Tensor, inputs: readonly Tensor[], pullBack: PullBack): Tensor {
  if (recording && inputs.some((x) => x.requiresGrad)) {
    y.requiresGrad = true;
    y.node = new Node(y.shape, inputs.map(nodeOf), pullBack);
  }
  return y;
}

/** The node of a tensor; a leaf gets its own when it is first used. */
export function nodeOf(x: Tensor): Node | null {
  if (x.requiresGrad && x.node === null) x.node = new Node(x.shape, [], null, x);
  return x.requiresGrad ? x.node : null;
}

/**
 * Runs `f` without recording: its results need no gradient.
 *
 * @example
 * const w = tensor([1, 2], { requiresGrad: true });
 * noGrad(() => w.mul(2)).requiresGrad; // false
 */
export function noGrad<T>(f: () => T): T {
  return withRecording(false, f);
}

export function withRecording<T>(on: boolean, f: () => T): T {
  const before = recording;
  recording = on;
  try {
    return f();
  } finally {
    recording = before;
  }
}
