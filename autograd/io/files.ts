import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import type { Tensor } from '#autograd';
import { readSafetensors, type Safetensors, SafetensorsError, writeSafetensors } from '#autograd/io';
import type { CheckpointStore } from '#autograd/train';
import {
  type Access,
  isAbsence,
  noFolder,
  noTensors,
  notLoaded,
  notSaved,
  type SystemError,
} from './messages/files.ts';

/**
 * Saves tensors as a safetensors file. When a file is there it is replaced, whole or not at all: see `checkpointFile`.
 *
 * @param metadata text by text, to be kept with them
 * @throws Error that names the path and the next step, when the system does not let it; what it said is the `cause`
 * @throws SafetensorsError for what no file holds, as `writeSafetensors`
 * @example
 * saveTensors('line.safetensors', { slope: tensor(2) }, { epoch: '3' });
 * loadTensors('line.safetensors').tensors.slope.item(); // 2
 */
export function saveTensors(
  file: string,
  tensors: Record<string, Tensor>,
  metadata?: Record<string, string>,
): void {
  replace(accessOf('saveTensors', file), writeSafetensors(tensors, metadata));
}

/**
 * The tensors of a safetensors file and what else is written there.
 *
 * @throws Error that names the path and the next step, when the system does not let it; what it said is the `cause`
 * @throws SafetensorsError for a file that is not whole or not safetensors, as `readSafetensors`
 * @example
 * saveTensors('zero.safetensors', { zero: tensor([0, 0]) });
 * loadTensors('zero.safetensors').tensors.zero.toArray(); // [0, 0]
 */
export function loadTensors(file: string): Safetensors {
  const access = accessOf('loadTensors', file);
  try {
    return readSafetensors(read(access));
  } catch (error) {
    throw error instanceof SafetensorsError ? noTensors(access, error) : error;
  }
}

/**
 * A file that keeps the last checkpoint of a training.
 *
 * Whenever the process is killed or the power fails, the checkpoint saved last or the one before is there, whole. The
 * new one is written beside it (`name.process.tmp`), brought to the disk, and then takes its name in one step. What a
 * killed process has left beside it is of no use and does no harm.
 *
 * @throws Error when there is no such folder: at once, and not when the first checkpoint is due
 * @example
 * const store = checkpointFile('last.checkpoint');
 * store.load(); // null
 * store.save(Uint8Array.of(1, 2, 3));
 * store.load(); // Uint8Array.of(1, 2, 3)
 */
export function checkpointFile(file: string): CheckpointStore {
  const access = accessOf('checkpointFile', file);
  if (!existsSync(access.folder)) throw noFolder(access);
  return {
    load: () => readIfThere(access),
    save: (bytes) => replace(access, bytes),
  };
}

/** The path is made whole at once: it stays the same when the program goes to another folder. */
function accessOf(call: Access['call'], file: string): Access {
  const whole = path.resolve(file);
  return { call, file: whole, folder: path.dirname(whole) };
}

function read(access: Access): Uint8Array {
  try {
    const { buffer, byteOffset, length } = readFileSync(access.file);
    return new Uint8Array(buffer, byteOffset, length);
  } catch (cause) {
    throw notLoaded(access, cause as SystemError);
  }
}

function readIfThere(access: Access): Uint8Array | null {
  try {
    return read(access);
  } catch (error) {
    if (isAbsence(error)) return null;
    throw error;
  }
}

function replace(access: Access, bytes: Uint8Array): void {
  // processes that save to the same path each have their own
  const next = `${access.file}.${process.pid}.tmp`;
  try {
    discard(next);
    bringToDisk(next, 'wx', (descriptor) => writeFileSync(descriptor, bytes));
    renameSync(next, access.file);
    // the new name is certain when the folder is on the disk, too; where folders are no files, that is not asked for
    if (process.platform !== 'win32') bringToDisk(access.folder, 'r');
  } catch (cause) {
    discard(next);
    throw notSaved(access, bytes.length, cause as SystemError);
  }
}

/** Returns when the file, and what `write` has written to it, will outlast a power failure. */
function bringToDisk(file: string, flags: 'wx' | 'r', write?: (descriptor: number) => void): void {
  const descriptor = openSync(file, flags);
  try {
    write?.(descriptor);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Removes a file that may be there. */
function discard(file: string): void {
  try {
    unlinkSync(file);
  } catch {
    // whoever makes it next says why that is not possible
  }
}
