const COLUMNS = 6;
const ROWS = 4;

/** Names that it wrote, by temperature, and how many of 200 nobody had told it. */
export function linesOfNames(write: (temperature: number) => string, known: readonly string[]): string[] {
  const old = new Set(known);
  return [0.5, 0.8, 1].flatMap((temperature, i) => {
    const written = Array.from({ length: 200 }, () => write(temperature)).filter((name) => name !== '');
    const fresh = [...new Set(written.filter((name) => !old.has(name)))];
    const share = `${written.filter((name) => !old.has(name)).length} of ${written.length} are new`;
    const title = `temperature ${temperature}: ${share}`;
    return [...(i > 0 ? [''] : []), title, ...inColumns(fresh.slice(0, COLUMNS * ROWS))];
  });
}

function inColumns(words: readonly string[]): string[] {
  const cells = words.map((word) => (word[0].toUpperCase() + word.slice(1)).padEnd(14));
  const rows = Array.from({ length: Math.ceil(cells.length / COLUMNS) }, (_, i) => i * COLUMNS);
  return rows.map((start) => `  ${cells.slice(start, start + COLUMNS).join('')}`.trimEnd());
}
