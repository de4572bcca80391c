import type { Entry } from './entry.ts';
import type { Wanted } from './layout.ts';
import { printable } from './printable.ts';
import { isFolder, isLink, isSpecial, isUnsafe } from './reasons.ts';
import type { Claim } from './survey.ts';

/** The entry to read for an exercise, or why none will do; nothing when the exercise is absent. */
export type Choice = { kind: 'read'; entry: Entry } | { kind: 'refused'; why: string } | undefined;

export function choose(exercise: Wanted, all: Claim[]): Choice {
  const claims = all.filter(({ place }) => place.kind === 'exercises' || place.id === exercise.id);
  if (claims.length === 0) return undefined;
  const why = claims.map(objectionTo).find(Boolean) ?? moreThanOne(claims) ?? misnamed(claims[0]!, exercise);
  return why === undefined ? { kind: 'read', entry: claims[0]!.entry } : { kind: 'refused', why };
}

function objectionTo({ entry, place }: Claim): string | undefined {
  if (place.kind === 'unsafe') return `is stored as ${printable(entry.path)}, ${isUnsafe}`;
  if (entry.kind === 'link') return isLink;
  if (entry.kind === 'folder') return isFolder;
  return entry.kind === 'special' ? isSpecial : undefined;
}

function moreThanOne(claims: Claim[]): string | undefined {
  if (claims.length === 1) return undefined;
  const paths = claims.map(({ entry }) => printable(entry.path)).sort();
  return `is there ${claims.length} times (${paths.slice(0, 3).join(', ')}): keep one`;
}

function misnamed({ entry, place }: Claim, { id, file }: Wanted): string | undefined {
  if (place.kind !== 'file' || place.exact) return undefined;
  return `is named ${printable(entry.path)}: rename it to ${id}/${file}`;
}
