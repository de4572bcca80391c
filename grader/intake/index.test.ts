import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { IntakeError, readSubmission } from './index.ts';
import {
  activationsPath,
  activationsText,
  cellPath,
  cellText,
  fileOf,
  folderOf,
  placeFor,
  wanted,
  zipOf,
} from './testing/made-up.ts';

const files = { [activationsPath]: activationsText, [cellPath]: cellText };
const read = (path: string) => readSubmission(path, wanted);
const within = (prefix: string) =>
  Object.fromEntries(Object.entries(files).map(([path, text]) => [`${prefix}${path}`, text]));

describe.each(['', 'exercises/', 'alice/', 'alice/exercises/', '12-rnn-cell/'])(
  'with everything in "%s"',
  (prefix) => {
    test('a folder and a zip of it give the same files and the same digest', async () => {
      const folder = await read(folderOf(within(prefix)));
      const zip = await read(zipOf(within(prefix)));
      expect(zip).toEqual(folder);
      expect(folder.id).toBe('alice');
      expect(folder.digest).toMatch(/^[0-9a-f]{64}$/);
      expect([...folder.files]).toEqual([
        ['02-activations', { kind: 'source', text: activationsText }],
        ['12-rnn-cell', { kind: 'source', text: cellText }],
      ]);
    });
  },
);

test('of a checkout, solutions beside the exercises are not read', async () => {
  const { files } = await read(
    folderOf({ [`exercises/${cellPath}`]: cellText, [`solutions/${cellPath}`]: 'better' }),
  );
  expect(files.get('12-rnn-cell')).toEqual({ kind: 'source', text: cellText });
});

test('the other files of a submission are never opened', async () => {
  const folder = folderOf({
    ...files,
    'package.json': '{',
    '12-rnn-cell/tsconfig.json': '{',
    'notes/diary.txt': '…',
  });
  expect(await read(folder)).toMatchObject({ digest: (await read(folderOf(files))).digest });
});

test('an exercise whose folder lacks the file is absent, which is no error', async () => {
  expect((await read(folderOf({ '12-rnn-cell/rnn_cell.ts': '' }))).files.size).toBe(0);
  expect((await read(zipOf({ '12-rnn-cell/rnn_cell.ts': '' }))).files.size).toBe(0);
});

test('a path such as . is named after the real folder', async () => {
  expect((await read(join(folderOf(files, 'bob'), '.'))).id).toBe('bob');
  expect((await read(`${folderOf(files, 'bob')}/12-rnn-cell/..`)).id).toBe('bob');
});

test('the digest changes with a text, with a reason, and with the exercise that a text belongs to', async () => {
  const variants = [
    files,
    { ...files, [cellPath]: `${cellText}\n` },
    { ...files, [cellPath]: 'a\0' },
    { [cellPath]: activationsText, [activationsPath]: cellText },
    { [cellPath]: cellText },
  ];
  const digests = await Promise.all(variants.map(async (variant) => (await read(folderOf(variant))).digest));
  expect(new Set(digests).size).toBe(variants.length);
});

describe('one line says what is wrong and what to do', () => {
  const emptyFolder = placeFor('empty');
  mkdirSync(emptyFolder);
  test.each([
    ['a missing path', placeFor('nobody'), /nobody" does not exist: give the folder or zip/],
    ['a path of NUL', 'a\0b', /cannot be opened .*: give/],
    ['a path through a file', `${fileOf('x', 'file')}/below`, /cannot be opened \(ENOTDIR\)/],
    [
      'an empty folder',
      emptyFolder,
      /is empty: expected are files such as exercises\/02-activations\/activations\.ts/,
    ],
    ['an empty zip', zipOf({}), /is empty/],
    [
      'a folder of other things',
      folderOf({ 'readme.txt': 'hi' }),
      /holds no exercise of the course: expected/,
    ],
    [
      'a zip of other things',
      zipOf({ 'a/b/c/rnn-cell.ts': 'hi' }),
      /holds no exercise of the course: expected/,
    ],
    ['a file of no bytes', fileOf(''), /is damaged or no zip archive .*: make the archive again/],
    ['a text file', fileOf('hello', 'essay.txt'), /is damaged or no zip archive/],
    ['a device', '/dev/zero', /is neither a folder nor a zip: give one of these/],
    [
      'a class',
      folderOf({ [`bob/${cellPath}`]: '', [`eve/${cellPath}`]: '' }),
      /holds 2 submissions \("bob", "eve"\)/,
    ],
  ])('%s', async (_, path, message) => {
    const error = await read(path).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(IntakeError);
    expect(error.message).toMatch(message);
    expect(error.message).not.toContain('\n');
  });
});
