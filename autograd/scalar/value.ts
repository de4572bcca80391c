/** An operand: a number stands for a constant. */
export type Operand = Value | number;

/**
 * A number that remembers how it was computed, so that `backward` can say how it depends on what it came from.
 *
 * Each operation stores its operands and the local slopes ∂y/∂a, ∂y/∂b; `backward` multiplies them along every path
 * (the chain rule) and adds up over paths.
 *
 * @example
 * const x = new Value(3);
 * x.mul(x).add(1).backward();
 * x.grad; // 6
 */
export class Value {
  data: number;
  /** What computed it; empty for a leaf. */
  readonly op: string;
  /** ∂root/∂this. A leaf adds up over calls of `backward`; an inner node holds the last. */
  grad = 0;
  readonly a: Value | null;
  readonly b: Value | null;
  readonly slopeA: number;
  readonly slopeB: number;
  /** How far the last walk of `topologicalOrder` came with this node. */
  mark = 0;

  constructor(data: number, op = '', a: Value | null = null, slopeA = 0, b: Value | null = null, slopeB = 0) {
    this.data = data;
    this.op = op;
    this.a = a;
    this.slopeA = slopeA;
    this.b = b;
    this.slopeB = slopeB;
  }

  add(v: Operand): Value {
    if (typeof v === 'number') return new Value(this.data + v, 'add', this, 1);
    return new Value(this.data + v.data, 'add', this, 1, v, 1);
  }

  sub(v: Operand): Value {
    if (typeof v === 'number') return new Value(this.data - v, 'sub', this, 1);
    return new Value(this.data - v.data, 'sub', this, 1, v, -1);
  }

  mul(v: Operand): Value {
    if (typeof v === 'number') return new Value(this.data * v, 'mul', this, v);
    return new Value(this.data * v.data, 'mul', this, v.data, v, this.data);
  }

  div(v: Operand): Value {
    if (typeof v === 'number') return new Value(this.data / v, 'div', this, 1 / v);
    const y = this.data / v.data;
    return new Value(y, 'div', this, 1 / v.data, v, -y / v.data);
  }

  /** xⁿ for a number n. For n = 0 the slope is 0 everywhere, also at x = 0. */
  pow(n: number): Value {
    return new Value(this.data ** n, 'pow', this, n === 0 ? 0 : n * this.data ** (n - 1));
  }

  neg(): Value {
    return new Value(-this.data, 'neg', this, -1);
  }

  exp(): Value {
    const y = Math.exp(this.data);
    return new Value(y, 'exp', this, y);
  }

  tanh(): Value {
    const y = Math.tanh(this.data);
    return new Value(y, 'tanh', this, 1 - y * y);
  }

  /** max(x, 0), with slope 0 at 0. */
  relu(): Value {
    return new Value(Math.max(this.data, 0), 'relu', this, this.data > 0 ? 1 : 0);
  }

  /** Adds ∂this/∂leaf to the `grad` of every leaf, and sets that of every node between. */
  backward(): void {
    const order = topologicalOrder(this);
    for (const node of order) if (node.a) node.grad = 0;
    this.grad += 1;
    for (let i = order.length - 1; i >= 0; i--) passOn(order[i]);
  }
}

/** += since a node used twice receives a gradient along both paths. */
function passOn({ grad, a, slopeA, b, slopeB }: Value): void {
  if (a) a.grad += slopeA * grad;
  if (b) b.grad += slopeB * grad;
}

let walks = 0;

/**
 * Every node that `root` depends on, once, operands before their users, `root` last.
 *
 * A walk in depth with its own stack, as recursion overflows near 8,000 nodes: a node waits on the stack until its
 * operands are placed.
 */
export function topologicalOrder(root: Value): Value[] {
  const order: Value[] = [];
  const stack = [root];
  const waiting = ++walks * 2;
  const placed = waiting + 1;
  while (stack.length > 0) {
    const node = stack[stack.length - 1];
    if (node.mark < waiting) {
      node.mark = waiting;
      if (node.a && node.a.mark < waiting) stack.push(node.a);
      if (node.b && node.b.mark < waiting) stack.push(node.b);
    } else {
      stack.pop();
      if (node.mark === waiting) order.push(node);
      node.mark = placed;
    }
  }
  return order;
}
