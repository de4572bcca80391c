import { closeSync, openSync, truncateSync, writeSync } from 'node:fs';
import fc from 'fast-check';
import { strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { IntakeError, readSubmission } from './index.ts';
import {
  activationsPath,
  activationsText,
  asLink,
  cellPath,
  cellText,
  fileOf,
  patched,
  wanted,
  zipBytes,
  zipOf,
} from './testing/made-up.ts';

const innocent = { [activationsPath]: activationsText };
const read = (path: string) => readSubmission(path, wanted);

async function whyRefused(zip: string): Promise<string | undefined> {
  const { files } = await read(zip);
  expect(files.get('02-activations')).toEqual({ kind: 'source', text: activationsText });
  const cell = files.get('12-rnn-cell');
  return cell?.kind === 'refused' ? cell.why : undefined;
}

/** Overwrites a field of the cell's record in the central directory, which names it last. */
function withField(
  offset: number,
  value: number,
  bytes: 2 | 4,
  zip = zipBytes({ ...innocent, [cellPath]: cellText }),
): string {
  const buffer = Buffer.from(zip);
  const record = buffer.lastIndexOf(Buffer.from(cellPath)) - 46;
  buffer.writeUIntLE(value, record + offset, bytes);
  return fileOf(buffer);
}

describe('an entry that could do harm is refused, and the rest is read', () => {
  test.each([
    `../../${cellPath}`,
    `a/../${cellPath}`,
    `/${cellPath}`,
    `C:/${cellPath}`,
    cellPath.replace('/', '\\'),
    `..\\..\\${cellPath}`,
  ])('the name %s', async (name) => {
    expect(await whyRefused(zipOf({ ...innocent, [name]: cellText }))).toMatch(
      /is stored as .*can leave the folder/,
    );
  });

  const link = [strToU8('/etc/passwd'), asLink] as [Uint8Array, typeof asLink];
  test.each([
    ['a link', { [cellPath]: link }, /is a link/],
    ['a linked folder', { '12-rnn-cell': link }, /is a link or lies in a linked folder/],
    [
      'a pipe',
      { [cellPath]: [strToU8(''), { os: 3, attrs: (0o10644 << 16) >>> 0 }] as [Uint8Array, object] },
      /is a pipe/,
    ],
    ['a folder', { [`${cellPath}/`]: '' }, /is a folder/],
    ['10 MB of zeros in 10 KB', { [cellPath]: new Uint8Array(1e7) }, /is larger than 256 KB/],
    [
      '10 MB as they are',
      { [cellPath]: [new Uint8Array(1e7), { level: 0 }] as [Uint8Array, object] },
      /is larger than/,
    ],
    ['a letter case apart', { [cellPath]: '', '12-rnn-cell/RNN-cell.ts': '' }, /is there 2 times/],
    ['the same in both layouts', { [cellPath]: '', [`exercises/${cellPath}`]: '' }, /is there 2 times/],
    ['the same by a detour', { [cellPath]: '', [`./${cellPath}`]: '' }, /is there 2 times/],
  ])('%s', async (_, files, reason) => {
    expect(await whyRefused(zipOf({ ...innocent, ...files }))).toMatch(reason);
  });

  test('two entries of one name', async () => {
    const bytes = zipBytes({ ...innocent, [cellPath]: 'good', '12-rnn-cell/rnn-cell.tz': 'evil' });
    expect(await whyRefused(fileOf(patched(bytes, 'rnn-cell.tz', 'rnn-cell.ts')))).toMatch(
      /is there 2 times/,
    );
  });
});

describe('a header that lies costs its entry alone', () => {
  const bomb = zipBytes({ ...innocent, [cellPath]: new Uint8Array(1e7) });
  test.each<[string, string, RegExp]>([
    ['encrypted', withField(8, 1, 2), /is encrypted: make the archive without a password/],
    ['an unknown method', withField(10, 93, 2), /is compressed by method 93/],
    ['a wrong checksum', withField(16, 1, 4), /is damaged inside the archive/],
    ['a smaller size than there is', withField(24, 3, 4), /is damaged/],
    ['a larger size than there is', withField(24, 300, 4), /is damaged/],
    ['a size of 4 GB', withField(24, 0xfffffff0, 4), /is larger than 256 KB/],
    ['a packed size of 4 GB', withField(20, 0xfffffff0, 4), /is larger than 256 KB/],
    ['a bomb that declares 100 bytes', withField(24, 100, 4, bomb), /is larger than 256 KB/],
    ['data beyond the end', withField(42, 0x7fffffff, 4), /is damaged/],
    ['data that is no header', withField(42, 3, 4), /is damaged/],
  ])('%s', async (_, zip, reason) => {
    expect(await whyRefused(zip)).toMatch(reason);
  });

  test('packed bytes that cannot be unpacked', async () => {
    const bytes = Buffer.from(zipBytes({ ...innocent, [cellPath]: cellText.repeat(20) }));
    bytes.fill(
      0xff,
      bytes.indexOf(cellPath) + cellPath.length,
      bytes.indexOf(cellPath) + cellPath.length + 8,
    );
    expect(await whyRefused(fileOf(bytes))).toMatch(/is damaged/);
  });
});

describe('an archive that cannot be read is one clear error', () => {
  const good = Buffer.from(zipBytes({ ...innocent, [cellPath]: cellText }));
  test.each<[string, Uint8Array]>([
    ['cut in the middle', good.subarray(0, good.length / 2)],
    ['cut at the start', good.subarray(100)],
    ['bytes after its end', Buffer.concat([good, Buffer.from('more')])],
    ['a directory that is none', patched(good, 'PK\x01\x02', 'PK\x01\x03')],
    ['an end record alone that promises entries', endRecord(7)],
    ['offsets beyond 2⁵³', Buffer.concat([zip64Locator(), endRecord(1)])],
  ])('%s', async (_, bytes) => {
    await expect(read(fileOf(bytes))).rejects.toThrow(IntakeError);
    await expect(read(fileOf(bytes))).rejects.toThrow(/damaged or no zip archive/);
  });

  test('more than 10,000 entries', async () => {
    const many = Object.fromEntries(Array.from({ length: 10_001 }, (_, i) => [`junk/${i}`, '']));
    await expect(read(zipOf({ ...innocent, ...many }))).rejects.toThrow(/more than 10000 entries/);
  });

  test.each<[string, string, object]>([
    ['names', 'n'.repeat(60_000), {}],
    ['comments', '', { comment: 'c'.repeat(60_000) }],
    ['extra fields', '', { extra: { 7: new Uint8Array(60_000) } }],
  ])('%s of more than 8 MB', async (_, name, options) => {
    const entry = [new Uint8Array(0), options] as [Uint8Array, object];
    const many = Object.fromEntries(Array.from({ length: 150 }, (_, i) => [`junk/${name}${i}`, entry]));
    await expect(read(zipOf({ ...innocent, ...many }))).rejects.toThrow(
      /names and comments of more than 8 MB/,
    );
  });
});

function endRecord(entries: number): Buffer {
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries, 10);
  return end;
}

function zip64Locator(): Buffer {
  const locator = Buffer.alloc(20, 0xff);
  locator.write('PK\x06\x07', 'latin1');
  return locator;
}

test('a huge archive is read where it matters only', async () => {
  const path = fileOf('');
  truncateSync(path, 2 ** 32);
  const file = openSync(path, 'r+');
  writeSync(file, endRecord(0), 0, 22, 2 ** 32 - 22);
  closeSync(file);
  await expect(read(path)).rejects.toThrow(/is empty/);
});

test('names in other alphabets, a byte order mark and Windows line ends are read', async () => {
  const text = '// naïve – 素朴\r\nexport const θ = 1;\r\n';
  const { files } = await read(
    zipOf({ [`Übung Müller/${cellPath}`]: `\uFEFF${text}`, '__MACOSX/12-rnn-cell/._rnn-cell.ts': '' }),
  );
  expect(files.get('12-rnn-cell')).toEqual({ kind: 'source', text });
});

describe('whatever the bytes, the only error is an IntakeError', () => {
  const only = async (bytes: Uint8Array) => {
    await read(fileOf(bytes)).catch((error) => expect(error).toBeInstanceOf(IntakeError));
  };

  test('bytes at random', () =>
    fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), only), { numRuns: 200 }));

  test('a good archive with bytes changed', async () => {
    const good = zipBytes({ ...innocent, [cellPath]: cellText, [`../${cellPath}`]: 'x' });
    const change = fc.tuple(fc.nat(good.length - 1), fc.constantFrom(0, 1, 0x7f, 0x80, 0xff));
    const changed = fc.array(change, { minLength: 1, maxLength: 6 }).map((changes) => {
      const bytes = Uint8Array.from(good);
      for (const [at, value] of changes) bytes[at] = value;
      return bytes;
    });
    await fc.assert(fc.asyncProperty(changed, only), { numRuns: 500 });
  });
});
