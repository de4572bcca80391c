import { constants, type Stats } from 'node:fs';
import { type FileHandle, open, realpath } from 'node:fs/promises';
import { type Contents, refused } from './entry.ts';
import { maxFileBytes } from './limits.ts';
import { readBytes } from './read-bytes.ts';
import * as why from './reasons.ts';

/**
 * The bytes of a file that may be anything: a link out of the folder, a pipe that never answers, a terabyte of zeros.
 * It is opened without following links or waiting, judged by its descriptor, and read from that descriptor.
 *
 * @param path without links in it: a folder on the way that was replaced by a link since is noticed
 */
export async function readRegularFile(path: string): Promise<Contents> {
  let file: FileHandle;
  try {
    file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (error) {
    return refused(whyNotOpened(error as NodeJS.ErrnoException));
  }
  try {
    const objection = (await isBehindLink(path)) ? why.isLink : objectionTo(await file.stat());
    // one byte more than allowed shows that there is more
    return objection
      ? refused(objection)
      : { kind: 'bytes', bytes: await readBytes(file, 0, maxFileBytes + 1) };
  } finally {
    await file.close();
  }
}

function whyNotOpened({ code }: NodeJS.ErrnoException): string {
  if (code === 'ELOOP') return why.isLink;
  return code === 'ENXIO' ? why.isSpecial : `cannot be opened (${code}): check its permissions`;
}

async function isBehindLink(path: string): Promise<boolean> {
  return (await realpath(path).catch(() => '')) !== path;
}

function objectionTo(stats: Stats): string | undefined {
  if (!stats.isFile()) return why.isSpecial;
  if (stats.nlink > 1) return why.isHardLink;
  return stats.size > maxFileBytes ? why.isTooLarge : undefined;
}
