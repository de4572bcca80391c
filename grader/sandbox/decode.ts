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
      return decodeList(bytes, 1, allowance, () => decode(bytes, allowance));
    case Tag.numbers:
      return decodeList(bytes, 8, allowance, () => bytes.float64());
    case Tag.object:
      return decodeObject(bytes, allowance);
    case Tag.tensor:
      return decodeTensor(bytes, allowance);
    default:
      throw new NotPlainError(`bytes that mean nothing (tag ${tag})`);
  }
}

function decodeList(bytes: ByteReader, size: number, allowance: Allowance, item: () => Plain): Plain[] {
  const length = bytes.count(size);
  allowance.enter(length);
  const list = Array.from({ length }, item);
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
  const data = Float64Array.from({ length: bytes.fits(size, 8) }, () => bytes.float64());
  return new Tensor(data, shape);
}
