import { execFileSync } from 'node:child_process';
import { linkSync, mkdirSync, rmSync, symlinkSync, truncateSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readRegularFile } from './regular-file.ts';
import { folderOf } from './testing/made-up.ts';

const bytes = (text: string) => ({ kind: 'bytes', bytes: Buffer.from(text) });
const refused = (why: RegExp) => ({ kind: 'refused', why: expect.stringMatching(why) });

test('a file is its bytes, at most one more than allowed', async () => {
  const root = folderOf({ small: 'a\0b', empty: '', large: 'x'.repeat(256 * 1024) });
  expect(await readRegularFile(join(root, 'small'))).toEqual(bytes('a\0b'));
  expect(await readRegularFile(join(root, 'empty'))).toEqual(bytes(''));
  expect(await readRegularFile(join(root, 'large'))).toEqual(bytes('x'.repeat(256 * 1024)));
});

describe('whatever took the place of a file since it was listed is refused at once', () => {
  test.each<[string, RegExp, (path: string, root: string) => unknown]>([
    ['a pipe that nobody writes to', /is a pipe/, (path) => execFileSync('mkfifo', [path])],
    ['a socket', /is a pipe, socket or device/, (path) => listening(path)],
    ['a folder', /is a pipe, socket or device/, (path) => mkdirSync(path)],
    ['a link', /is a link/, (path) => symlinkSync('other', path)],
    ['a link to a device', /is a link/, (path) => symlinkSync('/dev/zero', path)],
    ['a hard link', /is a hard link/, (path, root) => linkSync(join(root, 'other'), path)],
    ['a terabyte of nothing', /is larger than 256 KB/, sparse],
    ['nothing', /cannot be opened \(ENOENT\)/, () => {}],
  ])('%s', async (_, why, make) => {
    const root = folderOf({ other: 'secret' });
    await make(join(root, 'cell.ts'), root);
    expect(await readRegularFile(join(root, 'cell.ts'))).toEqual(refused(why));
  });

  test.each(['/dev/zero', '/dev/urandom', '/dev/full', '/dev/null'])('the device %s', async (device) => {
    expect(await readRegularFile(device)).toEqual(refused(/is a pipe, socket or device/));
  });

  test('a folder above that became a link', async () => {
    const root = folderOf({ 'there/cell.ts': 'secret', 'here/cell.ts': 'own' });
    rmSync(join(root, 'here'), { recursive: true });
    symlinkSync('there', join(root, 'here'));
    expect(await readRegularFile(join(root, 'here/cell.ts'))).toEqual(refused(/lies in a linked folder/));
  });
});

function listening(path: string): Promise<void> {
  return new Promise((resolve) => createServer().unref().listen(path, resolve));
}

function sparse(path: string): void {
  execFileSync('touch', [path]);
  truncateSync(path, 2 ** 40);
}
