import type { Figures } from './figures.ts';

const COLUMNS: { title: string; of: (one: Figures) => string | number }[] = [
  { title: 'exercise', of: ({ id }) => id },
  { title: 'right', of: ({ right, rightFailed }) => `${right - rightFailed}/${right}` },
  { title: 'mistakes', of: ({ misconceptions }) => misconceptions },
  { title: 'caught', of: ({ caught }) => `${caught} %` },
  { title: 'named', of: ({ named }) => `${named} %` },
  { title: 'mutants', of: ({ mutants }) => mutants },
  { title: 'equal', of: ({ equivalent }) => equivalent },
  { title: 'survive', of: ({ survivors }) => survivors },
  { title: 'const', of: ({ constants }) => `${constants} %` },
  { title: 'NaN', of: ({ nan }) => `${nan} %` },
  { title: 'heart', of: ({ lookupTable }) => `${lookupTable} %` },
  { title: 'ms', of: ({ milliseconds }) => milliseconds },
];

/** A row an exercise, for the terminal. */
export function table(all: Figures[]): string {
  const rows = [
    COLUMNS.map(({ title }) => title),
    ...all.map((one) => COLUMNS.map(({ of }) => `${of(one)}`)),
  ];
  const widths = COLUMNS.map((_, i) => Math.max(...rows.map((row) => row[i]!.length)));
  const line = (row: string[]) =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join('  ');
  return `${rows.map(line).join('\n')}\n`;
}
