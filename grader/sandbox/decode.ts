import { Tensor } from '#autograd';
import type { Plain } from '../model/plain.ts';
import type { ByteReader } from './bytes.ts';
import { Allowance, MAX_KEYS, MAX_STRING, NotPlainError, requireKey, Tag } from './plain-data.ts';

/**
 * Trusts nothing: every count is compared with the bytes that are there before anything is allocated.
 *
 * @throws NotPlainError or ByteLimitError when the bytes are not what `encode` writes
 */
export function decode(bytes: ByteReader, allowance = new Allowance()): Plain {
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
      return decodeList(bytes, allowance);
    case Tag.numbers:
      return decodeNumbers(bytes, allowance);
    case Tag.object:
      return decodeObject(bytes, allowance);
    case Tag.tensor:
      return decodeTensor(bytes, allowance);
    default:
      throw new NotPlainError(`bytes that mean nothing (tag ${tag})`);
  }
}

// Lists are made at their size: one that grows takes three times as long.

function decodeList(bytes: ByteReader, allowance: Allowance): Plain[] {
  const length = bytes.count(1);
  allowance.enter(length);
  const list = new Array<Plain>(length);
  for (let i = 0; i < length; i++) list[i] = decode(bytes, allowance);
  allowance.leave();
  return list;
}

function decodeNumbers(bytes: ByteReader, allowance: Allowance): number[] {
  const length = bytes.count(8);
  allowance.enter(length);
  const list = new Array<number>(length);
  for (let i = 0; i < length; i++) list[i] = bytes.float64();
  allowance.leave();
  return list;
}

function decodeObject(bytes: ByteReader, allowance: Allowance): Plain {
  const count = bytes.count(5);
  if (count > MAX_KEYS) throw new NotPlainError(`an object with more than ${MAX_KEYS} keys`);
  allowance.enter(count);
  const object: { [key: string]: Plain } = {};
  for (let left = count; left > 0; left--) {
    const key = bytes.text(64);
    requireKey(key);
    object[key] = decode(bytes, allowance);
  }
  allowance.leave();
  return object;
}

function decodeTensor(bytes: ByteReader, allowance: Allowance): Tensor {
  const shape = Array.from({ length: bytes.byte() }, () => bytes.uint32());
  allowance.spendTensor(shape);
  const size = shape.reduce((product, n) => product * n, 1);
  return new Tensor(bytes.float64s(size), shape);
}
