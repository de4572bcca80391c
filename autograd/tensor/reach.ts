import { LEAF, type Node, needs } from './node.ts';
import type { Tensor } from './tensor.ts';

/** What some outputs were computed from. */
export interface Reach {
  /** Which sweep this is. */
  readonly mark: number;
  /** Latest first: a step comes after all its users. */
  readonly steps: Node[];
  readonly leaves: Node[];
  /** What a sweep that is under way around this one had written into nodes of both. */
  readonly displaced: Displaced[];
}

interface Displaced extends Pick<Node, 'gradient' | 'ownsGradient' | 'lastSweep'> {
  node: Node;
}

let sweeps = 0;
let underWay = 0;
let outermost = 0;

/**
 * Calls `f` with all that `outputs` depend on; the nodes are its own until it is done.
 *
 * A pull-back may itself differentiate, over the same graph too: the inner sweep puts back what it found.
 */
export function withReach<T>(outputs: readonly Tensor[], f: (reach: Reach) => T): T {
  const reach: Reach = { mark: ++sweeps, steps: [], leaves: [], displaced: [] };
  if (underWay++ === 0) outermost = reach.mark;
  try {
    explore(reach, outputs);
    return f(reach);
  } finally {
    underWay--;
    release(reach);
  }
}

function explore(reach: Reach, outputs: readonly Tensor[]): void {
  const { steps } = reach;
  for (const y of outputs) enter(reach, y);
  for (let i = 0; i < steps.length; i++) enterInputs(reach, steps[i]);
  steps.sort((p, q) => q.id - p.id);
}

function enterInputs(reach: Reach, { a, b, others }: Node): void {
  if (a !== null) enter(reach, a);
  if (b !== null) enter(reach, b);
  for (const x of others) enter(reach, x);
}

function enter(reach: Reach, x: Tensor): void {
  if (!needs(x)) return;
  const node = x.node!;
  if (node.lastSweep === reach.mark) return;
  if (node.lastSweep >= outermost) reach.displaced.push(displacedOf(node));
  write(node, null, false, reach.mark);
  if (node.rule === LEAF) reach.leaves.push(node);
  else reach.steps.push(node);
}

function displacedOf(node: Node): Displaced {
  const { gradient, ownsGradient, lastSweep } = node;
  return { node, gradient, ownsGradient, lastSweep };
}

function release({ mark, steps, leaves, displaced }: Reach): void {
  for (const node of steps) write(node, null, false, mark);
  for (const node of leaves) write(node, null, false, mark);
  for (const { node, gradient, ownsGradient, lastSweep } of displaced)
    write(node, gradient, ownsGradient, lastSweep);
}

function write(node: Node, gradient: Tensor | null, ownsGradient: boolean, lastSweep: number): void {
  node.gradient = gradient;
  node.ownsGradient = ownsGradient;
  node.lastSweep = lastSweep;
}
