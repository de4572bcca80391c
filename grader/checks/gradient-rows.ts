import type { GradientRow } from './finding.ts';
import { showNumber } from './show.ts';
import { relativeError, within } from './tolerance.ts';

const MAX_ROWS = 6;

/** One number that a gradient consists of. */
export interface Entry {
  name: string;
  yours: number;
  truth: number;
  /** The central difference, computed only for what is shown. */
  numeric(): number;
}

/** The first entries that differ, the student's beside the numeric ones. */
export function gradientRows(entries: Entry[]): GradientRow[] {
  const same = within();
  return entries
    .filter(({ yours, truth }) => !same(yours, truth))
    .slice(0, MAX_ROWS)
    .map(({ name, yours, truth, numeric }) => ({
      entry: name,
      yours: showNumber(yours),
      numeric: showNumber(numeric()),
      ...relativeError(yours, truth),
    }));
}
