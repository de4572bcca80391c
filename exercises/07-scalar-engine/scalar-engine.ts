/** A number that remembers how it was made, so that gradients can flow back through it. */
export class Value {
  data: number;
  /** The slope of the number on which `backward` was called, with respect to this one. */
  grad = 0;

  constructor(data: number) {
    this.data = data;
  }

  add(other: Value | number): Value {
    throw new NotImplementedError('Value.add');
  }

  sub(other: Value | number): Value {
    throw new NotImplementedError('Value.sub');
  }

  mul(other: Value | number): Value {
    throw new NotImplementedError('Value.mul');
  }

  div(other: Value | number): Value {
    throw new NotImplementedError('Value.div');
  }

  /** This number to the power of a constant. */
  pow(n: number): Value {
    throw new NotImplementedError('Value.pow');
  }

  neg(): Value {
    throw new NotImplementedError('Value.neg');
  }

  exp(): Value {
    throw new NotImplementedError('Value.exp');
  }

  tanh(): Value {
    throw new NotImplementedError('Value.tanh');
  }

  /** max(0, this); its slope at 0 is 0. */
  relu(): Value {
    throw new NotImplementedError('Value.relu');
  }

  /**
   * Sets `grad` on everything that this value was computed from. Leaves (values that were not computed) add to the
   * `grad` they had; the others hold what this call brought.
   */
  backward(): void {
    throw new NotImplementedError('Value.backward');
  }
}

/** Every value that `root` was computed from, and `root` itself last: each once, and after all of its inputs. */
export function topologicalOrder(root: Value): Value[] {
  throw new NotImplementedError('topologicalOrder');
}

/** Not written yet. The last function that you fill in makes this class superfluous. */
class NotImplementedError extends Error {
  override name = 'NotImplementedError';
}
