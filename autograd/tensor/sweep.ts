import { add as addKernel } from '../kernels/binary.ts';
import { pullBackWatched } from './anomaly.ts';
import { isRecording, isWatched, withRecording } from './graph.ts';
import { gradientDoesNotFit } from './messages/gradients.ts';
import type { Node } from './node.ts';
import { add } from './ops/arithmetic.ts';
import { withReach } from './reach.ts';
import { requireUnchanged } from './saved.ts';
import { sameShape } from './shape.ts';
import type { Tensor } from './tensor.ts';

/** What a sweep has found out. */
export interface Swept {
  readonly leaves: readonly Node[];
  /** ∂L/∂y of a leaf, or of a step that was to be kept; null when the outputs do not depend on it. */
  gradientOf(node: Node): Tensor | null;
}

interface Task<T> {
  outputs: readonly Tensor[];
  /** ∂L/∂output, one for each output, of its shape and dtype. */
  seeds: readonly Tensor[];
  /** Records the backward computation too. */
  createGraph: boolean;
  /** Steps whose gradient is read at the end; that of others is let go as soon as it was passed on. */
  keep?: ReadonlySet<Node>;
  read(swept: Swept): T;
}

const NONE: ReadonlySet<Node> = new Set();

/** Brings gradients from the outputs to all that they depend on, hands these to `read`, and forgets them. */
export function sweep<T>({ outputs, seeds, createGraph, keep = NONE, read }: Task<T>): T {
  const run = () =>
    withReach(outputs, ({ mark, steps, leaves }) => {
      outputs.forEach((y, k) => {
        collect(y.node!, seeds[k]);
      });
      for (const step of steps) passOn(step, keep);
      return read({ leaves, gradientOf: (node) => (node.lastSweep === mark ? node.gradient : null) });
    });
  return withRecording(createGraph, run);
}

/** The step that gives gradients at the moment, for messages. */
let giver: Node | null = null;

function passOn(step: Node, keep: ReadonlySet<Node>): void {
  const { gradient, rule } = step;
  if (gradient === null) return;
  const outer = giver;
  giver = step;
  requireUnchanged(step, gradient);
  if (isWatched()) pullBackWatched(step, gradient, receive);
  else rule.pullBack(gradient, step, receive);
  giver = outer;
  if (!keep.has(step)) step.gradient = null;
}

function receive(x: Tensor, dx: Tensor): void {
  if (!sameShape(dx.shape, x.shape) || dx.dtype !== x.dtype)
    throw gradientDoesNotFit(giver!.rule.name, x, dx);
  collect(x.node!, dx);
}

/** A value used twice receives the sum of both gradients. */
function collect(node: Node, dx: Tensor): void {
  if (node.gradient === null) node.gradient = dx;
  else addTo(node, node.gradient, dx);
}

/** In place where nobody else can hold the sum: it is the sweep's own, and not part of a graph. */
function addTo(node: Node, sum: Tensor, dx: Tensor): void {
  if (node.ownsGradient) addKernel(sum.storage, 1, dx.storage, 1, sum.storage);
  else node.gradient = add(sum, dx);
  node.ownsGradient = !isRecording();
}
