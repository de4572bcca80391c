import type { Stats } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { Submission, SubmittedFile } from '../model/submission.ts';
import { withArchive } from './archive.ts';
import { choose } from './choose.ts';
import { digestOf } from './digest.ts';
import type { Entry } from './entry.ts';
import { folderEntries } from './folder.ts';
import { IntakeError } from './intake-error.ts';
import { leadsOn, type Wanted } from './layout.ts';
import { printable } from './printable.ts';
import { survey } from './survey.ts';
import { textOf } from './text.ts';

export { IntakeError } from './intake-error.ts';

/**
 * Reads what a student handed in: a folder or a zip with `exercises/12-rnn-cell/rnn-cell.ts` or
 * `12-rnn-cell/rnn-cell.ts` in it, either also inside one extra folder.
 *
 * Only the wanted files are opened. One that is not safe or not possible to read is refused with the reason, and the
 * rest is read all the same. The order of `wanted` is the order of the files and enters the digest.
 *
 * @throws IntakeError when nothing can be read: no such path, no folder and no zip, damaged, empty, none of the exercises
 */
export async function readSubmission(path: string, wanted: Wanted[]): Promise<Submission> {
  const files = await withEntries(path, wanted, (entries) => readFiles(path, entries, wanted));
  return { id: basename(resolve(path)).replace(/\.zip$/i, ''), digest: digestOf(files), files };
}

async function withEntries<T>(
  path: string,
  wanted: Wanted[],
  use: (entries: AsyncIterable<Entry>) => Promise<T>,
): Promise<T> {
  const stats = await look(path);
  const enter = (folder: string) => leadsOn(folder, wanted);
  if (stats.isDirectory()) return use(folderEntries(await realpath(path), enter));
  if (stats.isFile()) return withArchive(path, use);
  throw new IntakeError(`${printable(path)} is neither a folder nor a zip: give one of these.`);
}

async function look(path: string): Promise<Stats> {
  try {
    return await stat(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const what = code === 'ENOENT' ? 'does not exist' : `cannot be opened (${code})`;
    throw new IntakeError(`${printable(path)} ${what}: give the folder or zip of a submission.`);
  }
}

async function readFiles(
  path: string,
  entries: AsyncIterable<Entry>,
  wanted: Wanted[],
): Promise<Submission['files']> {
  const claims = await survey(path, entries, wanted);
  const files: Submission['files'] = new Map();
  for (const exercise of wanted) {
    const choice = choose(exercise, claims);
    if (!choice) continue;
    const file = choice.kind === 'read' ? await readText(choice.entry) : choice;
    files.set(exercise.id, withName(file, exercise));
  }
  return files;
}

async function readText(entry: Entry): Promise<SubmittedFile> {
  const contents = await entry.read();
  return contents.kind === 'bytes' ? textOf(contents.bytes) : contents;
}

function withName(file: SubmittedFile, { id, file: name }: Wanted): SubmittedFile {
  return file.kind === 'refused' ? { kind: 'refused', why: `${id}/${name} ${file.why}` } : file;
}
