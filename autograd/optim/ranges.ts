import { outOfRange } from './messages/ranges.ts';

interface Range {
  holds(x: unknown): boolean;
  /** What lies in it, as a message says it. */
  said: string;
}

const FINITE: Range = { holds: Number.isFinite, said: 'a finite number' };
const FROM_0: Range = {
  holds: (x) => Number.isFinite(x) && (x as number) >= 0,
  said: 'a finite number of 0 or more',
};
const FROM_0_TO_INFINITY: Range = { holds: (x) => (x as number) >= 0, said: 'a number of 0 or more' };
const ABOVE_0: Range = { holds: (x) => (x as number) > 0, said: 'a number above 0' };
const BELOW_1: Range = {
  holds: (x) => (x as number) >= 0 && (x as number) < 1,
  said: 'a number from 0 to below 1',
};
const TWO_BELOW_1: Range = {
  holds: (x) => Array.isArray(x) && x.length === 2 && x.every(BELOW_1.holds),
  said: 'two numbers from 0 to below 1',
};
const COUNT: Range = {
  holds: (x) => Number.isInteger(x) && (x as number) >= 1,
  said: 'an integer of 1 or more',
};

/** An option means the same wherever it occurs. */
const RANGES: Record<string, Range> = {
  lr: FROM_0,
  lrScale: FROM_0,
  lrDecay: FROM_0,
  weightDecay: FROM_0,
  momentum: FROM_0,
  dampening: FINITE,
  alpha: BELOW_1,
  betas: TWO_BELOW_1,
  eps: FROM_0,
  initialAccumulatorValue: FROM_0,
  maxNorm: FROM_0_TO_INFINITY,
  normType: ABOVE_0,
  clipValue: FROM_0_TO_INFINITY,
  steps: COUNT,
  every: COUNT,
  factor: FROM_0,
  minimum: FROM_0,
  start: FROM_0,
};

/** Throws unless every option that is a number lies where it has a meaning. */
export function requireInRange(where: string, options: object): void {
  for (const [name, value] of Object.entries(options)) {
    const range = RANGES[name];
    if (range && !range.holds(value)) throw outOfRange(where, name, value, range.said);
  }
}
