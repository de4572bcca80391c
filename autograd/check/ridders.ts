/** A derivative and how far off it may be. */
export interface Estimate {
  value: number;
  error: number;
}

/** D(h) = (f(h) - f(-h)) / 2h, and how far rounding may put it off. */
export interface Quotient {
  value: number;
  rounding: number;
}

export interface Extrapolated extends Estimate {
  /** The smallest step that went into it. */
  step: number;
  /** The part of the error that is due to rounding. */
  rounding: number;
}

const HALVINGS = 20;
/** As long as f is not finite at the step, it is halved without counting. */
const MOST_HALVINGS = 50;
const GOOD_ENOUGH = 1e-11;

/**
 * D(h) extrapolated to h = 0 (Ridders, 1982):
 *
 *     D(h) = f′ + c₂ h² + c₄ h⁴ + …
 *
 * Halving h and combining D(h) with D(h/2) removes one power of h² after another; the step with the least error
 * estimate wins. Smaller steps are tried until rounding alone is worse than what is there.
 */
export function extrapolate(quotient: (h: number) => Quotient, largest: number): Extrapolated {
  let best: Extrapolated = { value: Number.NaN, error: Number.POSITIVE_INFINITY, step: 0, rounding: 0 };
  let above: number[] = [];
  for (let k = 0; above.length < HALVINGS && k < MOST_HALVINGS; k++) {
    const step = largest * 2 ** -k;
    const { value, rounding } = quotient(step);
    const row = nextRow(value, above);
    best = row.reduce((least, x, j) => lesser(least, candidate(x, j, row, above, step, rounding)), best);
    if (above.length > 1 && (best.error <= GOOD_ENOUGH * Math.abs(best.value) || rounding > best.error))
      break;
    above = row;
  }
  return best;
}

/** Richardson: T(j) = T(j-1) + (T(j-1) - above(j-1)) / (4ʲ - 1); empty as long as D is not finite. */
function nextRow(value: number, above: readonly number[]): number[] {
  if (!Number.isFinite(value)) return [];
  const row = [value];
  above.forEach((upper, j) => {
    row.push(row[j] + (row[j] - upper) / (4 ** (j + 1) - 1));
  });
  return row;
}

/** How much a column changed from the one before it, and from the row above, says how far off it is. */
function candidate(
  value: number,
  j: number,
  row: readonly number[],
  above: readonly number[],
  step: number,
  rounding: number,
): Extrapolated {
  if (j === 0) return { value, error: Number.POSITIVE_INFINITY, step, rounding };
  const change = Math.max(Math.abs(value - row[j - 1]), Math.abs(value - above[j - 1]));
  return { value, error: change + rounding, step, rounding };
}

function lesser(a: Extrapolated, b: Extrapolated): Extrapolated {
  return b.error < a.error ? b : a;
}
