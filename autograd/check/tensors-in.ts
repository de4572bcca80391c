import { Tensor } from '../tensor/tensor.ts';

/**
 * The tensors anywhere in plain data, in a fixed order: arrays by index, objects by the order of their keys.
 *
 * @example
 * tensorsIn([1, { W: zeros([2, 3]), b: zeros([2]) }]).map((t) => t.shape); // [[2, 3], [2]]
 */
export function tensorsIn(value: unknown): Tensor[] {
  const found: Tensor[] = [];
  mapTensors(value, (t) => {
    found.push(t);
    return t;
  });
  return found;
}

/** A copy of plain data with `f(t)` in place of every tensor `t`, visited in the order of `tensorsIn`. */
export function mapTensors<T>(value: T, f: (t: Tensor) => unknown): T {
  return copyOf(value, f) as T;
}

function copyOf(value: unknown, f: (t: Tensor) => unknown): unknown {
  if (value instanceof Tensor) return f(value);
  if (Array.isArray(value)) return value.map((x) => copyOf(x, f));
  if (!isPlainObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, x]) => [key, copyOf(x, f)]));
}

/** Also one of another realm, whose `Object` is not this one. */
function isPlainObject(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
