import { isUnsafePath } from './unsafe-path.ts';

export interface Wanted {
  /** Such as `12-rnn-cell`, the folder's name. */
  id: string;
  /** Such as `rnn-cell.ts`. */
  file: string;
}

/** What a path is to the course; `base` is the extra folder around it all that archives make, or empty. */
export type Place =
  | { kind: 'exercises'; base: string }
  | { kind: 'exercise'; base: string; id: string }
  | { kind: 'file'; base: string; id: string; exact: boolean }
  /** Something else in an exercise's folder. */
  | { kind: 'beside'; base: string; id: string }
  /** A path that could leave the submission, and ends like an exercise's file. */
  | { kind: 'unsafe'; id: string };

/**
 * Finds `exercises/12-rnn-cell/rnn-cell.ts` and `12-rnn-cell/rnn-cell.ts`, either also in one extra folder.
 * Letter case is not compared, so that a name that clashes, or is nearly right, is noticed rather than overlooked.
 */
export function locate(path: string, wanted: Wanted[]): Place | undefined {
  if (isUnsafePath(path)) return endingLike(path, wanted);
  const segments = segmentsOf(path);
  const [base, ...below] = segments;
  const place = within('', segments, wanted);
  if (place && place.kind !== 'beside') return place;
  return (base && mayWrap(base) ? within(base, below, wanted) : undefined) ?? place;
}

/** Whether something that is looked for can lie in this folder. */
export function leadsOn(path: string, wanted: Wanted[]): boolean {
  const segments = segmentsOf(path);
  if (segments.length === 1 && mayWrap(segments[0]!)) return true;
  const kind = locate(path, wanted)?.kind;
  return kind === 'exercises' || kind === 'exercise';
}

function endingLike(path: string, wanted: Wanted[]): Place | undefined {
  const [folder, file] = path.split(/[\\/]/).slice(-2);
  const claimed = wanted.find((exercise) => same(exercise.id, folder) && same(exercise.file, file));
  return claimed && { kind: 'unsafe', id: claimed.id };
}

function within(base: string, segments: string[], wanted: Wanted[]): Place | undefined {
  const [folder, file, ...more] = segments[0] === 'exercises' ? segments.slice(1) : segments;
  if (folder === undefined) return segments.length > 0 ? { kind: 'exercises', base } : undefined;
  const exercise = wanted.find(({ id }) => same(id, folder));
  if (!exercise) return undefined;
  const { id } = exercise;
  if (file === undefined) return { kind: 'exercise', base, id };
  if (more.length > 0 || !same(exercise.file, file)) return { kind: 'beside', base, id };
  return { kind: 'file', base, id, exact: folder === id && file === exercise.file };
}

function segmentsOf(path: string): string[] {
  return path.split('/').filter((segment) => segment !== '' && segment !== '.');
}

function mayWrap(folder: string): boolean {
  return !folder.startsWith('.') && folder !== 'node_modules' && folder !== '__MACOSX';
}

function same(name: string, other: string | undefined): boolean {
  return name.toLowerCase() === other?.toLowerCase();
}
