/**
 * The only language that a submission and the grader share: plain data as bytes.
 *
 * Numbers travel as raw float64, so NaN, infinities and -0 arrive as they were. The decoder trusts nothing: every
 * count is compared with the bytes that are there before anything is allocated. Both sides use this file.
 */
import { Tensor } from '#autograd';
import type { Plain } from '../model/plain.ts';
import type { ByteReader, ByteWriter } from './bytes.ts';

const Tag = {
  undefined: 0,
  null: 1,
  false: 2,
  true: 3,
  number: 4,
  string: 5,
  array: 6,
  numbers: 7,
  object: 8,
  tensor: 9,
} as const;

const MAX_DEPTH = 16;
const MAX_LENGTH = 1_000_000;
const MAX_STRING = 65_536;
const MAX_RANK = 8;
const KEY = /^[A-Za-z_$][\w$]{0,63}$/;
const UNSAFE_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/** A value that is no plain data; the message completes the sentence "the answer holds …". */
export class NotPlainError extends Error {}

export function encode(value: unknown, out: ByteWriter, depth = 0): void {
  if (depth > MAX_DEPTH)
    throw new NotPlainError(`lists or objects nested deeper than ${MAX_DEPTH}, or a cycle`);
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
      if (Array.isArray(value)) return encodeArray(value, out, depth);
      if (value instanceof Tensor) return encodeTensor(value, out);
      return encodeObject(value as Record<string, unknown>, out, depth);
    default:
      throw new NotPlainError(`a ${typeof value}`);
  }
}

function encodeString(text: string, out: ByteWriter): void {
  if (text.length > MAX_STRING) throw new NotPlainError(`a text of more than ${MAX_STRING} characters`);
  out.byte(Tag.string);
  out.text(text);
}

function encodeArray(items: unknown[], out: ByteWriter, depth: number): void {
  const count = items.length;
  if (count > MAX_LENGTH) throw new NotPlainError(`a list of more than ${MAX_LENGTH} items`);
  for (let i = 0; i < count; i++) {
    if (!(i in items)) throw new NotPlainError(`a list with nothing at place ${i}`);
  }
  const numeric = count > 0 && items.every((item) => typeof item === 'number');
  out.byte(numeric ? Tag.numbers : Tag.array);
  out.uint32(count);
  if (numeric) for (const item of items) out.float64(item as number);
  else for (const item of items) encode(item, out, depth + 1);
}

function encodeTensor(t: Tensor, out: ByteWriter): void {
  const { shape, data } = t;
  const size = shape.reduce((product, n) => product * n, 1);
  if (shape.length > MAX_RANK || size !== data.length)
    throw new NotPlainError('a tensor whose data does not fit its shape');
  if (size > MAX_LENGTH) throw new NotPlainError(`a tensor of more than ${MAX_LENGTH} numbers`);
  out.byte(Tag.tensor);
  out.byte(shape.length);
  for (const n of shape) out.uint32(n);
  for (let i = 0; i < size; i++) out.float64(data[i]!);
}

function encodeObject(value: Record<string, unknown>, out: ByteWriter, depth: number): void {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && prototype !== Object.prototype) throw new NotPlainError(describeInstance(value));
  const keys = Object.keys(value);
  if (keys.length > 256) throw new NotPlainError('an object with more than 256 keys');
  out.byte(Tag.object);
  out.uint32(keys.length);
  for (const key of keys) {
    if (!KEY.test(key) || UNSAFE_KEYS.has(key))
      throw new NotPlainError('an object with a key that is no plain name');
    out.text(key);
    encode(value[key], out, depth + 1);
  }
}

function describeInstance(value: object): string {
  const name: unknown = value.constructor?.name;
  return typeof name === 'string' && KEY.test(name)
    ? `an instance of ${name}`
    : 'an object that is not plain';
}

export function decode(bytes: ByteReader, depth = 0): Plain {
  if (depth > MAX_DEPTH) throw new NotPlainError(`lists or objects nested deeper than ${MAX_DEPTH}`);
  const tag = bytes.byte();
  switch (tag) {
    case Tag.undefined:
      return undefined;
    case Tag.null:
      return null;
    case Tag.false:
      return false;
    case Tag.true:
      return true;
    case Tag.number:
      return bytes.float64();
    case Tag.string:
      return bytes.text(MAX_STRING);
    case Tag.array:
      return Array.from({ length: bytes.count(1) }, () => decode(bytes, depth + 1));
    case Tag.numbers:
      return Array.from({ length: bytes.count(8) }, () => bytes.float64());
    case Tag.object:
      return decodeObject(bytes, depth);
    case Tag.tensor:
      return decodeTensor(bytes);
    default:
      throw new NotPlainError(`bytes that mean nothing (tag ${tag})`);
  }
}

function decodeObject(bytes: ByteReader, depth: number): Plain {
  const object: { [key: string]: Plain } = {};
  for (let left = bytes.count(5); left > 0; left--) {
    const key = bytes.text(64);
    if (!KEY.test(key) || UNSAFE_KEYS.has(key))
      throw new NotPlainError('an object with a key that is no plain name');
    object[key] = decode(bytes, depth + 1);
  }
  return object;
}

function decodeTensor(bytes: ByteReader): Tensor {
  const rank = bytes.byte();
  if (rank > MAX_RANK) throw new NotPlainError(`a tensor of rank ${rank}`);
  const shape = Array.from({ length: rank }, () => bytes.uint32());
  const size = shape.reduce((product, n) => product * n, 1);
  const data = Float64Array.from({ length: bytes.fits(size, 8) }, () => bytes.float64());
  return new Tensor(data, shape);
}
