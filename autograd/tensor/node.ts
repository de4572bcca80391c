import { isExposed, stampOf } from './guard.ts';
import type { Tensor } from './tensor.ts';

/** Takes the gradient of one input, ∂L/∂x. */
export type Give = (x: Tensor, dx: Tensor) => void;

/** How an op sends ∂L/∂y on to those of its inputs that need a gradient. */
export interface Rule {
  readonly name: string;
  pullBack(dy: Tensor, step: Node, give: Give): void;
}

const NONE: readonly never[] = [];
let created = 0;

/**
 * One step of a computation: an op, what went in, what came out.
 *
 * Steps are numbered as they are made, so inputs come before users. A node has one layout whatever the op, since the
 * sweep is fastest then: most ops have one or two inputs, and only the others keep a list.
 */
export class Node {
  readonly id = created++;
  readonly rule: Rule;
  readonly y: Tensor;
  readonly a: Tensor | null;
  readonly b: Tensor | null;
  readonly others: readonly Tensor[];
  /** What the op got beside tensors. */
  readonly options: readonly unknown[];
  /** What tells later whether y or an input has changed (guard.ts); null when none of them can have yet. */
  readonly stamps: readonly number[] | null;
  /** ∂L/∂y as far as it is known during a sweep. */
  gradient: Tensor | null = null;
  /** Whether `gradient` is a sum that the sweep has made, and may add to in place. */
  ownsGradient = false;
  /** The last sweep that came by. */
  lastSweep = 0;

  constructor(
    rule: Rule,
    y: Tensor,
    a: Tensor | null = null,
    b: Tensor | null = null,
    others: readonly Tensor[] = NONE,
    options: readonly unknown[] = NONE,
  ) {
    this.rule = rule;
    this.y = y;
    this.a = a;
    this.b = b;
    this.others = others;
    this.options = options;
    this.stamps = canHaveChanged(this) ? tensorsOf(this).map(stampOf) : null;
  }
}

/** Whether anyone can have written to a tensor of this step. */
export function canHaveChanged({ y, a, b, others }: Node): boolean {
  if (isExposed(y) || (a !== null && isExposed(a)) || (b !== null && isExposed(b))) return true;
  return others.length > 0 && others.some(isExposed);
}

export function inputsOf({ a, b, others }: Node): Tensor[] {
  return [a, b, ...others].filter((x) => x !== null);
}

/** All that a pull-back may look at, in the order of `stamps`. */
export function tensorsOf(node: Node): Tensor[] {
  return [node.y, ...inputsOf(node)];
}

/** The rule of a tensor that was not computed: its gradient stays there. */
export const LEAF: Rule = { name: 'leaf', pullBack: () => {} };

/** Whether `x` wants its gradient. A leaf gets its node when it is first used. */
export function needs(x: Tensor): boolean {
  if (x.requiresGrad && x.node === null) x.node = new Node(LEAF, x);
  return x.requiresGrad;
}
