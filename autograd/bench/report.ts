/** One measurement beside what it is compared with. */
export interface Row {
  what: string;
  /** Under the two headings of its section, as they are to be read, with units. */
  values: [string, string];
  /** From performance.md: who, and how much. */
  reference?: string;
}

export interface Section {
  title: string;
  headings: [string, string];
  rows: Row[];
}

export const MEDIAN_BEST: Section['headings'] = ['median', 'best'];

export function write({ title, headings, rows }: Section): string {
  const cells = [
    ['', ...headings, 'reference'],
    ...rows.map(({ what, values, reference = '' }) => [what, ...values, reference]),
  ];
  const widths = [0, 1, 2].map((column) => Math.max(...cells.map((row) => row[column].length)));
  const lines = cells.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
  return [`\n── ${title}`, ...lines.map((line) => line.trimEnd())].join('\n');
}
