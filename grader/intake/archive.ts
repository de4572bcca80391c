import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import {
  fromRandomAccessReaderPromise,
  getFileNameLowLevel,
  type Entry as Stored,
  type ZipFile,
} from 'yauzl';
import { readArchived } from './archived-file.ts';
import type { Entry } from './entry.ts';
import { HandleReader } from './handle-reader.ts';
import { IntakeError } from './intake-error.ts';
import { maxDirectoryBytes } from './limits.ts';
import { printable } from './printable.ts';

/** Opens a zip for as long as `use` takes; the entries cannot be read later. */
export async function withArchive<T>(
  path: string,
  use: (entries: AsyncIterable<Entry>) => Promise<T>,
): Promise<T> {
  const file = await openArchive(path);
  try {
    return await use(archiveEntries(path, new HandleReader(file), (await file.stat()).size));
  } finally {
    await file.close();
  }
}

async function openArchive(path: string): Promise<FileHandle> {
  try {
    return await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new IntakeError(`${printable(path)} cannot be opened (${code}): check its permissions.`);
  }
}

// yauzl's own checks of names and sizes end the whole archive; here each costs one exercise, so they are made by hand
const options = { autoClose: false, decodeStrings: false, validateEntrySizes: false };

async function* archiveEntries(
  path: string,
  reader: HandleReader,
  size: number,
): AsyncGenerator<Entry, void, undefined> {
  try {
    const zip = await fromRandomAccessReaderPromise(reader, size, options);
    let directoryBytes = 0;
    for await (const stored of zip.eachEntry()) {
      directoryBytes += sizeInDirectory(stored);
      if (directoryBytes > maxDirectoryBytes) throw tooLong(path);
      yield entryOf(stored, zip, reader);
    }
  } catch (error) {
    if (error instanceof IntakeError) throw error;
    throw new IntakeError(
      `${printable(path)} is damaged or no zip archive (${reasonOf(error)}): make the archive again, or give the folder.`,
    );
  }
}

function sizeInDirectory({ fileNameLength, extraFieldLength, fileCommentLength }: Stored): number {
  return fileNameLength + extraFieldLength + fileCommentLength;
}

function tooLong(path: string): IntakeError {
  const limit = maxDirectoryBytes / 1024 / 1024;
  return new IntakeError(
    `${printable(path)} has names and comments of more than ${limit} MB: make the archive again, or give the folder.`,
  );
}

function entryOf(stored: Stored, zip: ZipFile, reader: HandleReader): Entry {
  const path = nameOf(stored);
  return { path, kind: kindOf(stored, path), read: () => readArchived(stored, zip, reader.file) };
}

function nameOf({ generalPurposeBitFlag, fileNameRaw, extraFields }: Stored): string {
  return getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, true);
}

/** By the Unix mode in the upper half of the attributes; archives from elsewhere have zero there. */
function kindOf(stored: Stored, path: string): Entry['kind'] {
  const type = (stored.externalFileAttributes >>> 16) & constants.S_IFMT;
  if (type === constants.S_IFLNK) return 'link';
  if (type === constants.S_IFDIR || path.endsWith('/')) return 'folder';
  return type === constants.S_IFREG || type === 0 ? 'file' : 'special';
}

function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split(/[.:]/, 1)[0]!.toLowerCase();
}
