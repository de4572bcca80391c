import { writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { type Zippable, zipSync } from 'fflate';
import { describe, test } from 'vitest';
import { checkError, checkSubmission } from '../fuzz/targets/archive.ts';
import { promptly } from '../testing/promptly.ts';
import { readSubmission } from './index.ts';
import { contents, storedPaths } from './testing/hostile.ts';
import { fileOf, wanted } from './testing/made-up.ts';

/** Regular, link, folder, pipe, device, and what there is no name for. */
const modes = [0, 0o100644, 0o120777, 0o040755, 0o010644, 0o020666, 0o150000];

const entry = fc.record({
  path: storedPaths,
  bytes: contents,
  options: fc.record({
    level: fc.constantFrom<0 | 6>(0, 6),
    os: fc.constantFrom(0, 3, 255),
    attrs: fc.constantFrom(...modes).map((mode) => (mode << 16) >>> 0),
    comment: fc.string({ maxLength: 10 }),
  }),
});

const archive = fc.array(entry, { minLength: 1, maxLength: 6 }).map((entries) => {
  const files = entries.map(({ path, bytes, options }) => [
    path,
    [bytes, { ...options, mtime: '2026-01-01' }],
  ]);
  return zipSync(Object.fromEntries(files) as Zippable);
});

const file = fileOf('');

async function read(bytes: Uint8Array): Promise<void> {
  writeFileSync(file, bytes);
  await promptly(() => readSubmission(file, wanted).then(checkSubmission, checkError));
}

describe('whatever the archive, it is a submission or one clear error', () => {
  test('well-formed, with hostile entries', async () => {
    await fc.assert(fc.asyncProperty(archive, read), { numRuns: 80 });
  });

  test('with fields overwritten in the record of an entry, or in the one at the end', async () => {
    const overwrite = fc.record({
      record: fc.constantFrom('PK\x01\x02', 'PK\x03\x04', 'PK\x05\x06'),
      offset: fc.integer({ min: 4, max: 50 }),
      value: fc.constantFrom(0, 1, 2, 255, 65535, 2 ** 31, 2 ** 32 - 1),
    });
    await fc.assert(
      fc.asyncProperty(
        archive,
        fc.array(overwrite, { minLength: 1, maxLength: 3 }),
        async (zip, overwrites) => {
          const bytes = Buffer.from(zip);
          for (const { record, offset, value } of overwrites) {
            const at = bytes.lastIndexOf(record, undefined, 'latin1') + offset;
            if (at + 4 <= bytes.length) bytes.writeUInt32LE(value, at);
          }
          await read(bytes);
        },
      ),
      { numRuns: 150 },
    );
  });

  test('cut, doubled, or behind other bytes', async () => {
    await fc.assert(
      fc.asyncProperty(archive, archive, fc.nat(), async (zip, other, cut) => {
        await read(zip.subarray(0, cut % zip.length));
        await read(zip.subarray(cut % zip.length));
        await read(Buffer.concat([zip, other]));
      }),
      { numRuns: 60 },
    );
  });
});
