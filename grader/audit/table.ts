import { COLUMNS } from './columns.ts';
import type { Figures } from './figures.ts';

/** A row an exercise, for the terminal. */
export function table(all: Figures[]): string {
  const rows = [
    COLUMNS.map(({ short }) => short),
    ...all.map((one) => COLUMNS.map(({ of }) => `${of(one)}`)),
  ];
  const widths = COLUMNS.map((_, i) => Math.max(...rows.map((row) => row[i]!.length)));
  const line = (row: string[]) =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join('  ');
  return `${rows.map(line).join('\n')}\n`;
}
