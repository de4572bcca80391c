import { displayWidth, padEnd, padStart } from './display-width.ts';

export type Alignment = 'left' | 'right';

/** Rows of cells as lines whose columns stand under one another. */
export function alignColumns(rows: string[][], alignments: Alignment[]): string[] {
  const widths = alignments.map((_, column) =>
    Math.max(...rows.map((row) => displayWidth(row[column] ?? ''))),
  );
  return rows.map((row) =>
    widths
      .map((width, column) => (alignments[column] === 'right' ? padStart : padEnd)(row[column] ?? '', width))
      .join('  ')
      .trimEnd(),
  );
}
