import { shapeError, show } from './errors.ts';
import { type Node, nodeOf, withRecording } from './graph.ts';
import { add } from './ops/arithmetic.ts';
import { sameShape } from './shape.ts';
import type { Tensor } from './tensor.ts';

let sweeps = 0;

/** Brings gradients from the outputs to every node they depend on, hands these to `read`, and forgets them. */
export function sweep<T>(
  outputs: readonly Tensor[],
  seeds: readonly Tensor[],
  createGraph: boolean,
  read: (reached: Node[]) => T,
): T {
  const roots = outputs.map(requireNode);
  const reached = dependencies(roots);
  try {
    withRecording(createGraph, () => {
      roots.forEach((root, k) => {
        receive(root, seeds[k]);
      });
      for (const node of reached) passOn(node);
    });
    return withRecording(createGraph, () => read(reached));
  } finally {
    for (const node of reached) node.gradient = null;
  }
}

/** Everything the roots were computed from, latest first: a node comes after all its users. */
function dependencies(roots: readonly Node[]): Node[] {
  const found: Node[] = [];
  const mark = ++sweeps;
  const visit = (node: Node | null) => {
    if (node === null || node.lastSweep === mark) return;
    node.lastSweep = mark;
    found.push(node);
  };
  roots.forEach(visit);
  for (let i = 0; i < found.length; i++) found[i].inputs.forEach(visit);
  return found.sort((a, b) => b.id - a.id);
}

function passOn(node: Node): void {
  const { gradient, pullBack } = node;
  if (gradient === null || pullBack === null) return;
  node.inputs.forEach((input, i) => {
    if (input) receive(input, pullBack(gradient, i));
  });
}

/** A value used twice receives the sum of both gradients. */
function receive(node: Node, gradient: Tensor): void {
  if (!sameShape(gradient.shape, node.shape)) throw wrongShape(gradient, node);
  node.gradient = node.gradient === null ? gradient : add(node.gradient, gradient);
}

export function requireNode(x: Tensor): Node {
  const node = nodeOf(x);
  if (node) return node;
  throw new TypeError(
    `backward: a tensor of shape ${show(x.shape)} needs no gradient.\n  Create what it depends on with { requiresGrad: true }.`,
  );
}

function wrongShape(gradient: Tensor, node: Node) {
  return shapeError(
    'backward',
    `the value is ${show(node.shape)}, but an op's vjp gave it a gradient of ${show(gradient.shape)}.`,
  );
}
