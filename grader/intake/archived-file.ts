import type { FileHandle } from 'node:fs/promises';
import { crc32, inflateRawSync } from 'node:zlib';
import type { Entry as Stored, ZipFile } from 'yauzl';
import { type Contents, refused } from './entry.ts';
import { maxFileBytes } from './limits.ts';
import { readBytes } from './read-bytes.ts';
import * as why from './reasons.ts';

/** Deflate's two methods that every tool writes. */
const asIs = 0;
const deflated = 8;

/** What does not compress grows by five bytes for each block. */
const maxCompressedBytes = maxFileBytes + 1024;

/**
 * The bytes of one entry. Headers may lie: a declared size only ever refuses, and no more than the limit is inflated,
 * whatever the compression ratio.
 */
export async function readArchived(stored: Stored, zip: ZipFile, file: FileHandle): Promise<Contents> {
  const objection = objectionTo(stored);
  if (objection) return refused(objection);
  try {
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(stored, { minimal: true });
    return unpack(stored, await readBytes(file, fileDataStart, stored.compressedSize));
  } catch {
    return refused(why.isDamaged);
  }
}

function objectionTo(stored: Stored): string | undefined {
  if (stored.isEncrypted()) return why.isEncrypted;
  const { compressionMethod: method } = stored;
  if (method !== asIs && method !== deflated)
    return `is compressed by method ${method}: make an ordinary zip`;
  const tooLarge = stored.uncompressedSize > maxFileBytes || stored.compressedSize > maxCompressedBytes;
  return tooLarge ? why.isTooLarge : undefined;
}

function unpack(stored: Stored, packed: Buffer): Contents {
  const bytes = stored.compressionMethod === asIs ? packed : inflate(packed);
  if (!bytes) return refused(why.isTooLarge);
  const asDeclared = bytes.length === stored.uncompressedSize && crc32(bytes) === stored.crc32;
  return asDeclared ? { kind: 'bytes', bytes } : refused(why.isDamaged);
}

/** Nothing when there is more than the limit. */
function inflate(packed: Buffer): Buffer | undefined {
  try {
    return inflateRawSync(packed, { maxOutputLength: maxFileBytes });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') return undefined;
    throw error;
  }
}
