import fc from 'fast-check';
import { Tensor } from '#autograd';

/** Bytes that are often those of NaN with a payload, of -0, infinities and the smallest numbers. */
const byte = fc.oneof(fc.integer({ min: 0, max: 255 }), fc.constantFrom(0, 0x7f, 0x80, 0xf0, 0xff));

const text = fc.string({ unit: 'binary', maxLength: 8 });

/** Of either dtype, of rank 0 to 3, also without elements, with any bits at all. */
const anyTensor = fc
  .record({
    shape: fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 3 }),
    width: fc.constantFrom(4, 8),
  })
  .chain(({ shape, width }) => {
    const bytes = width * shape.reduce((product, n) => product * n, 1);
    return fc.array(byte, { minLength: bytes, maxLength: bytes }).map((bits) => {
      const { buffer } = Uint8Array.from(bits);
      return new Tensor(width === 4 ? new Float32Array(buffer) : new Float64Array(buffer), shape);
    });
  });

/** What a file can hold. */
export const contents = fc.record({
  tensors: fc.dictionary(
    text.filter((name) => name !== '__metadata__'),
    anyTensor,
    { maxKeys: 5 },
  ),
  metadata: fc.dictionary(text, text, { maxKeys: 3 }),
});
