/** At most two decimals, and none that say nothing: `27.5`, `100`. */
export function pointsText(points: number): string {
  return String(Number(points.toFixed(2)));
}

/** As in `27.5 / 100`. */
export function scoreText({ score, max }: { score: number; max: number }): string {
  return `${pointsText(score)} / ${pointsText(max)}`;
}

/** `null` where there was nothing to earn, so that no one divides by zero. */
export function percent(score: number, max: number): number | null {
  return max > 0 ? (100 * score) / max : null;
}

/** Rounded down: only full marks read `100 %`. A share of nothing reads `–`. */
export function percentText(share: number | null): string {
  const tolerance = 1e-9; // 29 of 100 is 28.999999999999996 %
  return share === null ? '–' : `${Math.floor(share + tolerance)} %`;
}
