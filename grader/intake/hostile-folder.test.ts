import { linkSync, lstatSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkError, checkSubmission } from '../fuzz/targets/archive.ts';
import { promptly } from '../testing/promptly.ts';
import { readSubmission } from './index.ts';
import { contents, paths, secret } from './testing/hostile.ts';
import { fileOf, folderOf, wanted } from './testing/made-up.ts';

const secretFile = fileOf(secret, 'rnn-cell.ts');
const secretFolder = folderOf({
  'rnn-cell.ts': secret,
  '12-rnn-cell/rnn-cell.ts': secret,
  'exercises/x': '',
});

type Make = (path: string) => void;

const making: fc.Arbitrary<Make> = fc.oneof(
  contents.map(
    (bytes): Make =>
      (path) =>
        writeFileSync(path, bytes, { flag: 'wx' }),
  ),
  fc
    .constantFrom(
      secretFile,
      secretFolder,
      '/dev/zero',
      '/proc/self/environ',
      '.',
      '..',
      'rnn-cell.ts',
      '/',
      'nothing',
    )
    .map(
      (goal): Make =>
        (path) =>
          symlinkSync(goal, path),
    ),
  fc.constant<Make>((path) => linkSync(secretFile, path)),
  fc.constant<Make>((path) => mkdirSync(path)),
);

/** What does not fit what is there already is left out, and what would be planted elsewhere, behind a link. */
function plant(root: string, path: string, make: Make): void {
  const parents = path.split('/').slice(0, -1);
  try {
    for (const i of parents.keys()) requireFolder(join(root, ...parents.slice(0, i + 1)));
    make(join(root, path));
  } catch (error) {
    expect((error as NodeJS.ErrnoException).code).toMatch(
      /^(EEXIST|ENOTDIR|EISDIR|ENAMETOOLONG|ELOOP|ENOENT|EACCES)$/,
    );
  }
}

function requireFolder(path: string): void {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (!found) mkdirSync(path);
  else if (!found.isDirectory()) throw Object.assign(new Error(path), { code: 'ENOTDIR' });
}

test('of whatever folder, files are read that lie in it, and nothing that a link leads to', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(paths, making), { maxLength: 12 }), async (planted) => {
      const root = folderOf({});
      for (const [path, make] of planted) plant(root, path, make);
      const read = await promptly(() => readSubmission(root, wanted).catch(checkError));
      rmSync(root, { recursive: true });
      if (!read) return;
      checkSubmission(read);
      expect(JSON.stringify([...read.files])).not.toContain(secret);
    }),
    { numRuns: 80 },
  );
});
