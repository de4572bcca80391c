import { Node, needs, type Rule } from './node.ts';
import type { Tensor } from './tensor.ts';

let recording = true;
let watcher: Watcher | null = null;

/** Hears of every op that runs, recorded or not (the anomaly mode is one). */
export type Watcher = (rule: Rule, y: Tensor, inputs: readonly Tensor[]) => void;

/** Notes that `rule` made `y` from `x`, if recording is on and `x` needs a gradient. Returns `y`. */
export function recordUnary(rule: Rule, y: Tensor, x: Tensor, options?: readonly unknown[]): Tensor {
  if (recording && needs(x)) connect(y, new Node(rule, y, x, null, undefined, options));
  if (watcher !== null) watcher(rule, y, [x]);
  return y;
}

/** The same for two inputs. */
export function recordBinary(rule: Rule, y: Tensor, a: Tensor, b: Tensor): Tensor {
  if (recording && (needs(a) || needs(b))) connect(y, new Node(rule, y, a, b));
  if (watcher !== null) watcher(rule, y, [a, b]);
  return y;
}

/** The same for any number of inputs. */
export function recordVariadic(
  rule: Rule,
  y: Tensor,
  inputs: readonly Tensor[],
  options?: readonly unknown[],
): Tensor {
  if (recording && inputs.some(needs)) connect(y, new Node(rule, y, null, null, inputs, options));
  if (watcher !== null) watcher(rule, y, inputs);
  return y;
}

/** The gradient of input `i`, given that of the output: ∂L/∂xᵢ from ∂L/∂y. */
export type PullBack = (dy: Tensor, i: number) => Tensor;

/** The same for an op that keeps what it needs in a function of its own. */
export function record(y: Tensor, inputs: readonly Tensor[], pullBack: PullBack, name: string): Tensor {
  const rule: Rule = {
    name,
    pullBack: (dy, _step, give) => {
      inputs.forEach((x, i) => {
        if (needs(x)) give(x, pullBack(dy, i));
      });
    },
  };
  return recordVariadic(rule, y, inputs);
}

function connect(y: Tensor, node: Node): void {
  y.requiresGrad = true;
  y.node = node;
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

export function isRecording(): boolean {
  return recording;
}

/** Runs `f` with another watcher, or none. */
export function withWatcher<T>(next: Watcher | null, f: () => T): T {
  const before = watcher;
  watcher = next;
  try {
    return f();
  } finally {
    watcher = before;
  }
}

export function isWatched(): boolean {
  return watcher !== null;
}
