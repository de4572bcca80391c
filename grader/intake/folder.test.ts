import { execFileSync } from 'node:child_process';
import { linkSync, mkdirSync, renameSync, symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSubmission } from './index.ts';
import { activationsPath, activationsText, cellPath, cellText, folderOf, wanted } from './testing/made-up.ts';

/** A folder whose cell is made by `make`, beside an innocent file. */
async function outcome(
  make: (path: string, root: string) => void,
): Promise<{ why?: string; others: unknown }> {
  const root = folderOf({ [activationsPath]: activationsText, '12-rnn-cell/notes.txt': 'x' });
  make(join(root, cellPath), root);
  const { files } = await readSubmission(root, wanted);
  const cell = files.get('12-rnn-cell');
  return { ...(cell?.kind === 'refused' && { why: cell.why }), others: files.get('02-activations') };
}

const elsewhere = folderOf({ 'rnn-cell.ts': cellText, [cellPath]: cellText }, 'elsewhere');
const moveAside = (path: string) => renameSync(path, `${path}-aside`);

describe('a file that is not simply a file is refused, and the rest is read', () => {
  test.each<[string, RegExp, (path: string, root: string) => void]>([
    [
      'a link out of the folder',
      /^12-rnn-cell\/rnn-cell\.ts is a link/,
      (path) => symlinkSync('/etc/passwd', path),
    ],
    ['a link within the folder', /is a link/, (path) => symlinkSync('notes.txt', path)],
    ['a link to nothing', /is a link/, (path) => symlinkSync('nothing', path)],
    ['a hard link', /is a hard link/, (path) => linkSync(join(elsewhere, 'rnn-cell.ts'), path)],
    ['a pipe', /is a pipe, socket or device/, (path) => execFileSync('mkfifo', [path])],
    ['a folder', /is a folder/, (path) => mkdirSync(path)],
    ['a file of 200 MB', /is larger than 256 KB/, sparse],
    [
      'a linked folder',
      /is a link or lies in a linked folder/,
      (_, root) => {
        moveAside(join(root, '12-rnn-cell'));
        symlinkSync(join(elsewhere, '12-rnn-cell'), join(root, '12-rnn-cell'));
      },
    ],
  ])('%s', async (_, reason, make) => {
    const { why, others } = await outcome(make);
    expect(why).toMatch(reason);
    expect(others).toEqual({ kind: 'source', text: activationsText });
  });
});

function sparse(path: string): void {
  execFileSync('touch', [path]);
  truncateSync(path, 200 * 1024 * 1024);
}

test('a linked folder of all exercises refuses them all', async () => {
  const root = folderOf({ 'readme.txt': '' });
  symlinkSync(elsewhere, join(root, 'exercises'));
  const { files } = await readSubmission(root, wanted);
  expect([...files.values()].map(({ kind }) => kind)).toEqual(['refused', 'refused', 'refused']);
});

test('the submission itself may be given through a link', async () => {
  const link = join(folderOf({}, 'links'), 'carol');
  symlinkSync(elsewhere, link);
  expect(await readSubmission(link, wanted)).toMatchObject({ id: 'carol', files: { size: 1 } });
});

test('what tools would read by themselves is never opened: pipes of these names would hang a reader', async () => {
  const root = folderOf({ [activationsPath]: activationsText, [cellPath]: cellText });
  for (const name of ['tsconfig.json', 'package.json', '.npmrc', '.env', '.git', 'vitest.config.ts'])
    execFileSync('mkfifo', [name, `12-rnn-cell/${name}`], { cwd: root });
  const { files } = await readSubmission(root, wanted);
  expect([...files.values()].map(({ kind }) => kind)).toEqual(['source', 'source']);
});

test('names that differ in letter case only are refused', async () => {
  const { files } = await readSubmission(
    folderOf({ [cellPath]: 'a', '12-rnn-cell/RNN-cell.ts': 'b' }),
    wanted,
  );
  expect(files.get('12-rnn-cell')).toMatchObject({
    kind: 'refused',
    why: expect.stringContaining('is there 2 times'),
  });
});

test('a file of nearly the right name is not overlooked', async () => {
  const { files } = await readSubmission(folderOf({ '12-RNN-cell/rnn-cell.ts': 'b' }), wanted);
  const why =
    '12-rnn-cell/rnn-cell.ts is named "12-RNN-cell/rnn-cell.ts": rename it to 12-rnn-cell/rnn-cell.ts';
  expect(files.get('12-rnn-cell')).toEqual({ kind: 'refused', why });
});
