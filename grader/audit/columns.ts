import type { Figures } from './figures.ts';

/** What is told of an exercise, in the terminal under a short title. */
export const COLUMNS: { short: string; title: string; of: (one: Figures) => string | number }[] = [
  { short: 'exercise', title: 'exercise', of: ({ id }) => id },
  { short: 'right', title: 'right work', of: ({ right, rightFailed }) => `${right - rightFailed}/${right}` },
  { short: 'flips', title: 'flips', of: ({ flips }) => flips },
  { short: 'mistakes', title: 'mistakes', of: ({ misconceptions }) => misconceptions },
  { short: 'caught', title: 'caught on', of: ({ caught }) => `${caught} %` },
  { short: 'named', title: 'named on', of: ({ named }) => `${named} %` },
  { short: 'mutants', title: 'mutants', of: ({ mutants }) => mutants },
  { short: 'equal', title: 'equivalent', of: ({ equivalent }) => equivalent },
  { short: 'survive', title: 'survivors', of: ({ survivors }) => survivors },
  { short: 'stubs', title: 'stubs', of: ({ undeserved }) => undeserved },
  { short: 'const', title: 'constants', of: ({ constants }) => `${constants} %` },
  { short: 'NaN', title: 'NaN', of: ({ nan }) => `${nan} %` },
  { short: 'heart', title: 'by heart', of: ({ lookupTable }) => `${lookupTable} %` },
  { short: 'ms', title: 'ms', of: ({ milliseconds }) => milliseconds },
];
