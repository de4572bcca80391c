import { Tensor } from '#autograd';
import { WIDTHS } from './dtypes.ts';
import { type Entry, METADATA } from './entry.ts';
import { formatHeader } from './format-header.ts';
import { frame } from './frame.ts';
import { byteLengthOf } from './layout.ts';
import { bytesOf, copyNumbers } from './little-endian.ts';
import { notTensor, reserved } from './messages/arguments.ts';

/**
 * Tensors as a safetensors file, which PyTorch reads with the package of that name. The same tensors give the same
 * bytes, in whatever order they come.
 *
 * @param metadata text by text, to be kept with them
 * @throws SafetensorsError for the name `__metadata__`, for names that are no Unicode, and for more than a file can hold
 * @throws TypeError for what is not a tensor, and for metadata that is not text
 * @example
 * const bytes = writeSafetensors({ b: tensor(1), a: tensor([2], { dtype: 'float32' }) });
 * Object.keys(readSafetensors(bytes).tensors); // ['b', 'a']
 */
export function writeSafetensors(
  tensors: Record<string, Tensor>,
  metadata: Record<string, string> = {},
): Uint8Array<ArrayBuffer> {
  const placed = place(Object.entries(tensors).map(named).toSorted(byWidthAndName));
  const { bytes, data } = frame(formatHeader(placed, metadata), placed.at(-1)?.end ?? 0);
  for (const { tensor, dtype, begin, end } of placed)
    copyNumbers(bytesOf(tensor.storage), data.subarray(begin, end), WIDTHS[dtype]);
  return bytes;
}

type Named = { name: string; tensor: Tensor };

function named([name, tensor]: [string, Tensor]): Named {
  if (name === METADATA) throw reserved(name);
  if (!(tensor instanceof Tensor)) throw notTensor(name, tensor);
  return { name, tensor };
}

/** Wide numbers first, so that all lie at multiples of their width. */
function byWidthAndName(a: Named, b: Named): number {
  return WIDTHS[b.tensor.dtype] - WIDTHS[a.tensor.dtype] || (a.name < b.name ? -1 : 1);
}

function place(list: readonly Named[]): (Named & Entry)[] {
  let begin = 0;
  return list.map(({ name, tensor }) => {
    const { shape, dtype } = tensor;
    const end = begin + byteLengthOf(name, shape, dtype);
    const entry = { name, tensor, shape, dtype, begin, end };
    begin = end;
    return entry;
  });
}
