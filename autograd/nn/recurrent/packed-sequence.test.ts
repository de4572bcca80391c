import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arange, grad, tensor, zeros } from '#autograd';
import { packPadded, padPacked } from '#autograd/nn';

/** [T, N] with 10 n + t at step t of sequence n. */
const numbered = (T: number, N: number) => arange(T).unsqueeze(1).add(arange(N).mul(10));

describe('packPadded', () => {
  // torch.nn.utils.rnn.pack_padded_sequence(x, [2, 4, 1], enforce_sorted=False) gives these
  it('lays sequences out step by step, the longest first, as PyTorch does', () => {
    const { data, ...order } = packPadded(numbered(4, 3), [2, 4, 1]);
    expect(data.toArray()).toEqual([10, 0, 20, 11, 1, 12, 13]);
    expect(order).toEqual({ batchSizes: [3, 2, 1, 1], sortedIndices: [1, 0, 2], unsortedIndices: [1, 0, 2] });
  });

  it('reads the batch first when told so', () => {
    const x = numbered(4, 3);
    const packed = packPadded(x.transpose(0, 1), [2, 4, 1], { batchFirst: true });
    expect(packed.data.toArray()).toEqual(packPadded(x, [2, 4, 1]).data.toArray());
  });

  it('has no rows of an empty sequence, but knows of it', () => {
    const packed = packPadded(numbered(4, 3), [0, 2, 0]);
    expect(packed).toMatchObject({ batchSizes: [1, 1], sortedIndices: [1, 0, 2] });
    expect(packed.data.toArray()).toEqual([10, 11]);
    expect(padPacked(packPadded(numbered(4, 2), [0, 0]))).toMatchObject({ lengths: [0, 0] });
  });

  it('brings gradients of exactly 0 to padding', () => {
    const x = tensor([[1], [Number.NaN]], { requiresGrad: true });
    const { data } = packPadded(x, [1]);
    expect(grad(data.mul(data).sum(), [x])[0].toArray()).toEqual([[2], [0]]);
  });

  it('leaves sequences of one length as they are: the same memory', () => {
    const x = numbered(4, 3);
    const packed = packPadded(x, [4, 4, 4]);
    expect(packed.data.storage).toBe(x.storage);
    expect(padPacked(packed).output.storage).toBe(x.storage);
  });

  it.each([[[1, 2]], [[1, 2, 5]], [[1, 2, -1]], [[1, 2, 1.5]], [[1, 2, Number.NaN]], [[]]])(
    'refuses the lengths %j',
    (lengths) => {
      expect(() => packPadded(zeros([4, 3, 2]), lengths)).toThrow(
        new RangeError(
          `lengths: [${lengths.join(', ')}] do not fit a batch of 3 sequences of 4 steps.\n  There is one length for each sequence, an integer from 0 to 4.`,
        ),
      );
    },
  );

  it('refuses a batch without an axis for time', () => {
    expect(() => packPadded(zeros([4]), [4])).toThrow('packPadded: x is [4].');
  });
});

describe('padPacked', () => {
  it('gives back what was packed, with zeros behind the lengths', () => {
    const lengths = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(lengths, fc.boolean(), (drawn, batchFirst) => {
        const x = numbered(5, drawn.length).add(1);
        const packed = packPadded(batchFirst ? x.transpose(0, 1) : x, drawn, { batchFirst });
        const { output, lengths } = padPacked(packed, { batchFirst, totalLength: 5 });
        expect(lengths).toEqual(drawn);
        expect((batchFirst ? output.transpose(0, 1) : output).toArray()).toEqual(
          (x.toArray() as number[][]).map((row, t) => row.map((value, n) => (t < drawn[n] ? value : 0))),
        );
      }),
      { seed: 1 },
    );
  });

  it.each([1, 2.5])('refuses a total length of %s for a sequence of 2', (totalLength) => {
    expect(() => padPacked(packPadded(zeros([3, 1]), [2]), { totalLength })).toThrow(
      `padPacked: totalLength is ${totalLength}, the longest sequence has 2 steps.\n  It is an integer and no less than that.`,
    );
  });
});
