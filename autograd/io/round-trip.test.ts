import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Tensor } from '#autograd';
import { readSafetensors, writeSafetensors } from '#autograd/io';
import { bytesOf } from './little-endian.ts';
import { contents } from './testing/contents.ts';

/** All that there is to a tensor, with its numbers to the bit: NaN are not all the same. */
function bitsOf(tensors: Record<string, Tensor>): Record<string, unknown> {
  const bits = Object.entries(tensors).map(([name, { dtype, shape, storage }]) => [
    name,
    { dtype, shape, bytes: Array.from(bytesOf(storage)) },
  ]);
  return Object.fromEntries(bits);
}

describe('a file that is written and read', () => {
  it('gives the same tensors to the bit, and the same metadata', () => {
    fc.assert(
      fc.property(contents, ({ tensors, metadata }) => {
        const back = readSafetensors(writeSafetensors(tensors, metadata));
        expect(bitsOf(back.tensors)).toEqual(bitsOf(tensors));
        expect(back.metadata).toEqual(metadata);
      }),
    );
  });

  it('gives the same bytes when it is written again', () => {
    fc.assert(
      fc.property(contents, ({ tensors, metadata }) => {
        const file = writeSafetensors(tensors, metadata);
        const back = readSafetensors(file);
        expect(writeSafetensors(back.tensors, back.metadata)).toEqual(file);
      }),
    );
  });
});
