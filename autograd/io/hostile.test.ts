import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSafetensors, SafetensorsError, writeSafetensors } from '#autograd/io';
import { CODES } from './dtypes.ts';
import { type Header, parseHeader } from './parse-header.ts';
import { contents } from './testing/contents.ts';
import { fileOf } from './testing/file-of.ts';
import { changes, header } from './testing/hostile.ts';

/** What `read` gives, or undefined when it says what is wrong; any other error goes on up. */
function unlessRefused<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof SafetensorsError) return undefined;
    throw error;
  }
}

const readOrRefuse = (file: Uint8Array) => unlessRefused(() => readSafetensors(file)) !== undefined;

describe('a reader either reads or says what is wrong', () => {
  it('with any bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => void readOrRefuse(bytes)));
  });

  it('with any bytes as the header', () => {
    const bytes = fc.uint8Array({ maxLength: 64 });
    fc.assert(fc.property(bytes, (text) => void readOrRefuse(fileOf([0x7b, ...text], 4))));
  });

  it('with a file that was changed', () => {
    fc.assert(
      fc.property(contents, changes, ({ tensors, metadata }, change) => {
        readOrRefuse(change(writeSafetensors(tensors, metadata)));
      }),
      { numRuns: 500 },
    );
  });

  it('with a header that was changed, behind its right length', () => {
    fc.assert(
      fc.property(contents, changes, ({ tensors, metadata }, change) => {
        const file = writeSafetensors(tensors, metadata);
        const end = 8 + new DataView(file.buffer).getUint32(0, true);
        readOrRefuse(fileOf(change(file.subarray(8, end)), file.subarray(end)));
      }),
      { numRuns: 500 },
    );
  });

  it('with a header that says anything, of which some are read and some are not', () => {
    const outcomes = fc.sample(header, 1000).map((text) => readOrRefuse(fileOf(text, 4)));
    expect(outcomes.filter((isRead) => isRead).length).toBeGreaterThan(20);
    expect(outcomes.filter((isRead) => !isRead).length).toBeGreaterThan(20);
  });
});

describe('what a header says is what JSON says', () => {
  function asJson({ entries, metadata }: Header): object {
    const members = entries.map(({ name, dtype, shape, begin, end }) => [
      name,
      { dtype: CODES[dtype], shape, data_offsets: [begin, end] },
    ]);
    return { ...Object.fromEntries(members), __metadata__: metadata };
  }

  it('of each that is taken', () => {
    fc.assert(
      fc.property(header, (text) => {
        const taken = unlessRefused(() => parseHeader(text));
        if (taken) expect({ __metadata__: {}, ...JSON.parse(text) }).toEqual(asJson(taken));
      }),
      { numRuns: 1000 },
    );
  });
});
