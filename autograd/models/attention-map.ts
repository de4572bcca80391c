/** How much attention a sign stands for: up to a tenth none, from seven tenths on all of it. */
const SHADES = [' ', '░', '▒', '▓', '█'];

/**
 * Where each step of a decoder looked: a row for each token that it wrote, a column for each word that it read.
 *
 * @param weights [written][read], each from 0 to 1
 */
export function attentionMap(
  read: readonly string[],
  written: readonly string[],
  weights: readonly (readonly number[])[],
): string[] {
  const width = Math.max(...written.map(({ length }) => length));
  const row = (name: string, cells: readonly string[]) =>
    `${name.padStart(width)}  ${cells.join(' ')}`.trimEnd();
  const shaded = (weight: number, i: number) => shadeOf(weight).repeat(read[i].length);
  return [
    row('', read),
    ...written.map((token, step) =>
      row(
        token,
        read.map((_, i) => shaded(weights[step][i], i)),
      ),
    ),
  ];
}

function shadeOf(weight: number): string {
  return SHADES[Math.min(SHADES.length - 1, Math.round(weight * 5))];
}
