import { Tensor } from '#autograd';
import type { ByteWriter } from './bytes.ts';
import { Allowance, isName, MAX_KEYS, MAX_STRING, NotPlainError, requireKey, Tag } from './plain-data.ts';

/** @throws NotPlainError when the value is no plain data, ByteLimitError when it is too large to send */
export function encode(value: unknown, out: ByteWriter, allowance = new Allowance()): void {
  switch (typeof value) {
    case 'undefined':
      return out.byte(Tag.undefined);
    case 'boolean':
      return out.byte(value ? Tag.true : Tag.false);
    case 'number':
      out.byte(Tag.number);
      return out.float64(value);
    case 'string':
      return encodeString(value, out);
    case 'object':
      if (value === null) return out.byte(Tag.null);
      if (Array.isArray(value)) return encodeArray(value, out, allowance);
      if (value instanceof Tensor) return encodeTensor(value, out, allowance);
      return encodeObject(value as Record<string, unknown>, out, allowance);
    default:
      throw new NotPlainError(`a ${typeof value}`);
  }
}

function encodeString(text: string, out: ByteWriter): void {
  if (text.length > MAX_STRING) throw new NotPlainError(`a text of more than ${MAX_STRING} characters`);
  out.byte(Tag.string);
  out.text(text);
}

/** By index alone: a list of the student's may have methods of the student's. */
function encodeArray(items: unknown[], out: ByteWriter, allowance: Allowance): void {
  const count = items.length;
  allowance.enter(count);
  let numeric = count > 0;
  for (let i = 0; i < count; i++) {
    if (!(i in items)) throw new NotPlainError(`a list with nothing at place ${i}`);
    numeric &&= typeof items[i] === 'number';
  }
  out.byte(numeric ? Tag.numbers : Tag.array);
  out.uint32(count);
  for (let i = 0; i < count; i++) {
    if (numeric) out.float64(items[i] as number);
    else encode(items[i], out, allowance);
  }
  allowance.leave();
}

function encodeTensor({ shape, data }: Tensor, out: ByteWriter, allowance: Allowance): void {
  const sized = shape.every((n) => Number.isInteger(n) && n >= 0);
  const size = shape.reduce((product, n) => product * n, 1);
  if (!sized || size !== data.length) throw new NotPlainError('a tensor whose data does not fit its shape');
  allowance.spendTensor(shape);
  out.byte(Tag.tensor);
  out.byte(shape.length);
  for (const n of shape) out.uint32(n);
  for (let i = 0; i < size; i++) out.float64(data[i]!);
}

function encodeObject(value: Record<string, unknown>, out: ByteWriter, allowance: Allowance): void {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && prototype !== Object.prototype) throw new NotPlainError(describeInstance(value));
  const keys = Object.keys(value);
  if (keys.length > MAX_KEYS) throw new NotPlainError(`an object with more than ${MAX_KEYS} keys`);
  allowance.enter(keys.length);
  out.byte(Tag.object);
  out.uint32(keys.length);
  for (const key of keys) {
    requireKey(key);
    out.text(key);
    encode(value[key], out, allowance);
  }
  allowance.leave();
}

function describeInstance(value: object): string {
  const name: unknown = value.constructor?.name;
  return typeof name === 'string' && isName(name) ? `an instance of ${name}` : 'an object that is not plain';
}
