import type { Figures } from './figures.ts';

/** A number with the direction in which it is worse. */
interface Measured {
  what: string;
  of: (figures: Figures) => number;
  worse: 'less' | 'more';
  /** Whether it says something only when it is measured over as many seeds. */
  bySeeds?: true;
}

const MEASURED: Measured[] = [
  { what: 'right submissions', of: ({ right }) => right, worse: 'less' },
  { what: 'misconceptions', of: ({ misconceptions }) => misconceptions, worse: 'less' },
  { what: '% named', of: ({ named }) => named, worse: 'less', bySeeds: true },
  { what: '% of the mutants caught', of: caughtOf, worse: 'less' },
  { what: '% of the mutants equivalent', of: equivalentOf, worse: 'more' },
  { what: '% earned by constants', of: ({ constants }) => constants, worse: 'more' },
  { what: '% earned by NaN', of: ({ nan }) => nan, worse: 'more' },
  { what: '% earned by heart', of: ({ lookupTable }) => lookupTable, worse: 'more' },
];

/** Where a number has become worse than what is recorded. */
export function worseThan(recorded: Figures, now: Figures): string[] {
  return MEASURED.flatMap(({ what, of, worse, bySeeds }) => {
    const [before, after] = [of(recorded), of(now)];
    const isWorse = worse === 'less' ? after < before : after > before;
    return isWorse && (!bySeeds || now.seeds === recorded.seeds)
      ? [`${after} ${what}, recorded ${before}`]
      : [];
  });
}

/** Percent of the mutants that are mistakes. */
export function caughtOf({ mutants, equivalent, survivors }: Figures): number {
  const wrong = mutants - equivalent;
  return wrong === 0 ? 100 : percent((wrong - survivors) / wrong);
}

function equivalentOf({ mutants, equivalent }: Figures): number {
  return mutants === 0 ? 0 : percent(equivalent / mutants);
}

function percent(share: number): number {
  return Math.round(1000 * share) / 10;
}
