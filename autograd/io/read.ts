import { Tensor } from '#autograd';
import { allocate } from '../tensor/create.ts';
import { sizeOf } from '../tensor/shape.ts';
import { WIDTHS } from './dtypes.ts';
import type { Entry } from './entry.ts';
import { unframe } from './frame.ts';
import { requireWholeLayout } from './layout.ts';
import { bytesOf, copyNumbers } from './little-endian.ts';
import { notBytes } from './messages/arguments.ts';
import { parseHeader } from './parse-header.ts';
import { recordOf } from './record.ts';

/** What a safetensors file holds. */
export interface Safetensors {
  /** By their names. No gradient flows to them, and the names have no prototype: `__proto__` is one like any other. */
  tensors: Record<string, Tensor>;
  /** What else was written down: text by text; empty when nothing was. */
  metadata: Record<string, string>;
}

/**
 * The tensors of a safetensors file, as `writeSafetensors` or the package of that name in Python write it.
 *
 * Nothing in a file is believed: all of the header is checked before the first number is copied, and the numbers take
 * no more memory than the file. Read are `F64` and `F32`. The format:
 * https://github.com/huggingface/safetensors#format
 *
 * @throws SafetensorsError that says what is wrong with the file, where, and what may help
 * @throws TypeError for what is not a Uint8Array
 * @example
 * const bytes = writeSafetensors({ weight: tensor([[1, 2]]) }, { epoch: '3' });
 * const { tensors, metadata } = readSafetensors(bytes);
 * tensors.weight.toArray(); // [[1, 2]]
 * metadata; // { epoch: '3' }
 */
export function readSafetensors(bytes: Uint8Array): Safetensors {
  if (!(bytes instanceof Uint8Array)) throw notBytes(bytes);
  const { header, data } = unframe(bytes);
  const { entries, metadata } = parseHeader(header);
  requireWholeLayout(entries, data.length);
  return { tensors: recordOf(entries.map((entry) => [entry.name, tensorOf(entry, data)])), metadata };
}

function tensorOf({ dtype, shape, begin, end }: Entry, data: Uint8Array): Tensor {
  const numbers = allocate(sizeOf(shape), dtype);
  copyNumbers(data.subarray(begin, end), bytesOf(numbers), WIDTHS[dtype]);
  return new Tensor(numbers, shape);
}
