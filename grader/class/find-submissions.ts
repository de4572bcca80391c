import { type Dirent, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { IntakeError } from '../intake/index.ts';

/** Something in the folder of a class that may be a submission. */
export interface Candidate {
  id: string;
  path: string;
  /** Why it cannot be one. */
  problem?: string;
}

/** The class page and the gradebook need these names. */
const RESERVED = new Set(['class', 'gradebook']);

/** Every folder and zip, by name. Other files are nobody's submission. @throws IntakeError when there is none */
export function findSubmissions(folder: string): Candidate[] {
  const entries = list(folder).filter(
    (entry) => !entry.name.startsWith('.') && (!entry.isFile() || entry.name.endsWith('.zip')),
  );
  if (entries.length === 0)
    throw new IntakeError(`${folder} holds no submission: put one folder or zip a student into it.`);
  const seen = new Set<string>();
  return entries
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((entry) => {
      const id = entry.name.replace(/\.zip$/, '');
      const problem = problemOf(entry, id, seen);
      seen.add(id);
      return { id: problem ? entry.name : id, path: join(folder, entry.name), ...(problem && { problem }) };
    });
}

function problemOf(entry: Dirent, id: string, seen: Set<string>): string | undefined {
  if (entry.isSymbolicLink()) return 'a link, which could lead anywhere; put the folder itself here';
  if (!entry.isDirectory() && !entry.isFile()) return 'neither a folder nor a zip';
  if (RESERVED.has(id)) return `the results have a file of the name '${id}' already; rename the submission`;
  if (seen.has(id)) return `there are two submissions named '${id}'`;
  return undefined;
}

function list(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    throw new IntakeError(
      `${folder} is no folder that can be read. Give the folder that holds the submissions.`,
    );
  }
}
