/** One measurement beside what it is compared with. */
export interface Row {
  what: string;
  here: string;
  /** In the notes, scaled to this machine. */
  reference?: string;
  /** How many times worse than the reference. */
  worse?: number;
}

export interface Section {
  title: string;
  rows: Row[];
}

/** What a figure may be worse by, before it is marked. */
const AIM = 1.3;

export function write({ title, rows }: Section): string {
  const cells = [
    ['', 'here', 'reference', 'ratio'],
    ...rows.map(({ what, here, reference = '–', worse }) => [what, here, reference, ratio(worse)]),
  ];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...cells.map((row) => row[column]!.length)));
  const lines = cells.map((row) =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join('  '),
  );
  return [`\n── ${title}`, ...lines].join('\n');
}

function ratio(worse: number | undefined): string {
  if (worse === undefined) return '–';
  return `${worse > AIM ? '! ' : ''}${worse.toFixed(2)}`;
}
