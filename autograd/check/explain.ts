import { show } from '../tensor/errors.ts';
import type { Doubt, Place, Reason, Slopes } from './result.ts';

/** What a student should look at next. */
const ADVICE: Record<Reason, string> = {
  wrong: 'The backward is not the derivative of the forward.',
  kink: 'The function bends or jumps here, so it has no derivative: choose inputs away from that point.',
  nondeterministic: 'Draw random numbers from a seed, and keep nothing from one call to the next.',
  'ignores upstream':
    'A backward gives the upstream gradient times its own slope: multiply by dy, and add nothing.',
  'too small to judge':
    'A slope this small is lost in the rounding of the result: choose inputs at which it is larger.',
  float32: 'Seven digits are too few to tell: check in float64.',
  shape: 'A gradient has the shape of its input: sum over what was broadcast, undo what was reshaped.',
  missing:
    'No gradient arrives: the path was left by detach, noGrad, data or toArray, or its rule gives none.',
  'not finite':
    'NaN and infinity come from 0 / 0, log(0), overflow: look at the inputs and at what is divided by.',
};

/** What was found, and what to do about it. */
export function explain(reason: Reason, found: string): string {
  return `${found}.\n  ${ADVICE[reason]}`;
}

function nameOf({ input, index }: Place): string {
  return input === undefined
    ? 'along a random direction through all inputs'
    : `input ${input}, entry ${show(index ?? [])}`;
}

function comparison(place: Place, { analytic, numeric, error }: Slopes): string {
  return `${nameOf(place)}: backward gives ${analytic}, central differences give ${numeric} ± ${error.toExponential(1)}`;
}

/** The result for one comparison. */
export function compared(verdict: Doubt['verdict'], reason: Reason, place: Place, slopes: Slopes): Doubt {
  const found = comparison(place, slopes);
  const message = reason === 'wrong' ? `${found}.\n  ${guess(slopes)}` : explain(reason, found);
  return { verdict, reason, ...place, ...slopes, message };
}

/** The usual mistakes, told by how often the right gradient goes into the one that came. */
function guess({ analytic, numeric }: Slopes): string {
  const times = analytic / numeric;
  const about = (factor: number) => Math.abs(times - factor) < 1e-4;
  if (analytic === 0) return 'Nothing arrives here: is this input, or a factor of its slope, forgotten?';
  if (about(-1)) return 'The sign is the other way round.';
  if (about(2)) return 'It is twice as much: is something added up twice?';
  if (about(0.5)) return 'It is half as much: a value used twice receives the sum of both gradients.';
  return ADVICE.wrong;
}

/** The result for what is not a comparison of slopes. */
export function noticed(verdict: Doubt['verdict'], reason: Reason, found: string): Doubt {
  return { verdict, reason, message: explain(reason, found) };
}
