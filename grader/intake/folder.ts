import type { Dirent } from 'node:fs';
import { opendir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Entry } from './entry.ts';
import { IntakeError } from './intake-error.ts';
import { printable } from './printable.ts';
import { readRegularFile } from './regular-file.ts';

/**
 * What lies in a folder. Of the folders inside, only those are opened that `enter` asks for, and never a linked one.
 *
 * @param root without links in it, as `realpath` returns
 */
export async function* folderEntries(
  root: string,
  enter: (path: string) => boolean,
): AsyncGenerator<Entry, void, undefined> {
  const ahead = [''];
  for (let folder = ahead.pop(); folder !== undefined; folder = ahead.pop()) {
    for await (const dirent of openFolder(join(root, folder))) {
      const entry = entryOf(dirent, root, folder);
      yield entry;
      if (entry.kind === 'folder' && enter(entry.path)) ahead.push(entry.path);
    }
  }
}

async function* openFolder(path: string): AsyncGenerator<Dirent, void, undefined> {
  try {
    yield* await opendir(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new IntakeError(`The folder ${printable(path)} cannot be read (${code}): check its permissions.`);
  }
}

function entryOf(dirent: Dirent, root: string, folder: string): Entry {
  const path = folder === '' ? dirent.name : `${folder}/${dirent.name}`;
  return { path, kind: kindOf(dirent), read: () => readRegularFile(join(root, path)) };
}

function kindOf(dirent: Dirent): Entry['kind'] {
  if (dirent.isSymbolicLink()) return 'link';
  if (dirent.isDirectory()) return 'folder';
  return dirent.isFile() ? 'file' : 'special';
}
