const WIDTHS = [10, 12, 10, 8, 18, 10, 10];

/** A line of the table that `npm run fuzz` prints. */
export function row(name: string, ...cells: (string | number)[]): string {
  const [first, ...others] = WIDTHS;
  return name.padEnd(first!) + cells.map((cell, i) => `${cell}`.padStart(others[i]!)).join('');
}
