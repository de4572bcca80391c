import type { Entry } from './entry.ts';
import { IntakeError } from './intake-error.ts';
import { locate, type Place, type Wanted } from './layout.ts';
import { maxEntries } from './limits.ts';
import { printable } from './printable.ts';

/** An entry that would be an exercise's file, or stands in its way. */
export interface Claim {
  entry: Entry;
  place: Place;
}

/** Goes through a submission without opening a file, and finds what claims to be a wanted one. */
export async function survey(
  name: string,
  entries: AsyncIterable<Entry>,
  wanted: Wanted[],
): Promise<Claim[]> {
  const found: Claim[] = [];
  let count = 0;
  for await (const entry of entries) {
    if (++count > maxEntries)
      throw complaint(name, `holds more than ${maxEntries} entries: hand in only the exercises.`);
    const place = locate(entry.path, wanted);
    if (place) found.push({ entry, place });
  }
  if (count === 0) throw complaint(name, `is empty: ${expected(wanted)}`);
  if (!found.some(isOfExercise))
    throw complaint(name, `holds no exercise of the course: ${expected(wanted)}`);
  return ofOneBase(name, found.filter(isClaim));
}

/** The folder `exercises` proves nothing, unless it is a link that hides what is in it. */
function isOfExercise({ entry, place }: Claim): boolean {
  return place.kind !== 'exercises' || entry.kind === 'link';
}

/** A folder is no claim, unless it is such a link. */
function isClaim({ entry, place }: Claim): boolean {
  if (place.kind === 'file' || place.kind === 'unsafe') return true;
  return place.kind !== 'beside' && entry.kind === 'link';
}

/** Of a checkout, `exercises/` counts and `solutions/` does not: an extra folder matters only when all lies in it. */
function ofOneBase(name: string, claims: Claim[]): Claim[] {
  const bases = [...new Set(claims.flatMap(({ place }) => ('base' in place ? [place.base] : [])))].sort();
  if (bases.length > 1 && bases[0] !== '') {
    const some = bases.slice(0, 3).map(printable).join(', ');
    throw complaint(name, `holds ${bases.length} submissions (${some}): give one of them.`);
  }
  return claims.filter(({ place }) => place.kind === 'unsafe' || place.base === bases[0]);
}

function complaint(name: string, what: string): IntakeError {
  return new IntakeError(`${printable(name)} ${what}`);
}

function expected([first]: Wanted[]): string {
  return `expected are files such as ${first ? `exercises/${first.id}/${first.file}` : 'exercises/…'}.`;
}
