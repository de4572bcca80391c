/** A number that remembers how it was made, so that gradients can flow back through it. */
export class Value {
  data: number;
  /** The slope of the number on which `backward` was called, with respect to this one. */
  grad = 0;
  // BEGIN SOLUTION
  /** The values that this one was computed from, and its slope with respect to each. */
  inputs: readonly Value[] = NONE;
  slopes: readonly number[] = NONE;
  // END SOLUTION

  constructor(data: number) {
    this.data = data;
  }

  add(other: Value | number): Value {
    // BEGIN SOLUTION
    const b = asValue(other);
    return made(this.data + b.data, [this, b], [1, 1]);
    // END SOLUTION
  }

  sub(other: Value | number): Value {
    // BEGIN SOLUTION
    const b = asValue(other);
    return made(this.data - b.data, [this, b], [1, -1]);
    // END SOLUTION
  }

  mul(other: Value | number): Value {
    // BEGIN SOLUTION
    const b = asValue(other);
    return made(this.data * b.data, [this, b], [b.data, this.data]);
    // END SOLUTION
  }

  div(other: Value | number): Value {
    // BEGIN SOLUTION
    const b = asValue(other);
    return made(this.data / b.data, [this, b], [1 / b.data, -this.data / b.data ** 2]);
    // END SOLUTION
  }

  /** This number to the power of a constant. */
  pow(n: number): Value {
    // BEGIN SOLUTION
    const slope = n === 0 ? 0 : n * this.data ** (n - 1);
    return made(this.data ** n, [this], [slope]);
    // END SOLUTION
  }

  neg(): Value {
    // BEGIN SOLUTION
    return made(-this.data, [this], [-1]);
    // END SOLUTION
  }

  exp(): Value {
    // BEGIN SOLUTION
    const e = Math.exp(this.data);
    return made(e, [this], [e]);
    // END SOLUTION
  }

  tanh(): Value {
    // BEGIN SOLUTION
    const t = Math.tanh(this.data);
    return made(t, [this], [1 - t * t]);
    // END SOLUTION
  }

  /** max(0, this); its slope at 0 is 0. */
  relu(): Value {
    // BEGIN SOLUTION
    return made(Math.max(0, this.data), [this], [this.data > 0 ? 1 : 0]);
    // END SOLUTION
  }

  /**
   * Sets `grad` on everything that this value was computed from. Leaves (values that were not computed) add to the
   * `grad` they had; the others hold what this call brought.
   */
  backward(): void {
    // BEGIN SOLUTION
    const order = topologicalOrder(this);
    for (const value of order) if (value.inputs.length > 0) value.grad = 0; // not a leaf
    this.grad += 1;
    for (const value of order.reverse()) {
      value.inputs.forEach((input, i) => {
        input.grad += value.slopes[i]! * value.grad; // an input that is used twice receives both
      });
    }
    // END SOLUTION
  }
}

/** Every value that `root` was computed from, and `root` itself last: each once, and after all of its inputs. */
export function topologicalOrder(root: Value): Value[] {
  // BEGIN SOLUTION
  const order: Value[] = [];
  const seen = new Set<Value>();
  const path = [{ value: root, next: 0 }]; // a stack of our own: a long chain overflows that of the language
  while (path.length > 0) {
    const top = path[path.length - 1]!;
    const input = top.value.inputs[top.next++];
    if (input === undefined) order.push(path.pop()!.value);
    else if (!seen.has(input)) {
      seen.add(input);
      path.push({ value: input, next: 0 });
    }
  }
  return order;
  // END SOLUTION
}

// BEGIN SOLUTION
/** What a leaf was computed from. One list serves all leaves. */
const NONE: readonly never[] = [];

function asValue(x: Value | number): Value {
  return typeof x === 'number' ? new Value(x) : x;
}

/** A value that was computed, with its slope with respect to each of its inputs. */
function made(data: number, inputs: Value[], slopes: number[]): Value {
  const value = new Value(data);
  value.inputs = inputs;
  value.slopes = slopes;
  return value;
}
// END SOLUTION
