import type { Tensor } from '#autograd';
import { failed, type Outcome, passed } from './case.ts';
import { type Encoded, numberOf } from './decode.ts';

/** Whether `found` is near enough to `expected`, neither of them NaN nor infinite. */
export type Near = (found: number, expected: number) => boolean;

/** |a - b| ≤ atol + rtol |b| */
export function within(atol: number, rtol: number): Near {
  return (found, expected) => Math.abs(found - expected) <= atol + rtol * Math.abs(expected);
}

/** At most `steps` numbers of float32 lie between both. */
export function withinUlps(steps: number): Near {
  return (found, expected) => Math.abs(ordinal(found) - ordinal(expected)) <= steps;
}

/** The place of a number among all of float32, in their order: neighbours differ by 1. */
function ordinal(x: number): number {
  const bits = new Int32Array(new Float32Array([x]).buffer)[0];
  return bits < 0 ? -(bits & 0x7fffffff) : bits;
}

/** Every tensor has the shape and, element by element, the numbers that are expected. */
export function compare(
  found: readonly Tensor[],
  expected: readonly Encoded[],
  near: Near,
  what = 'output',
): Outcome {
  if (found.length !== expected.length)
    return failed(`${found.length} ${what}s came, ${expected.length} were expected`);
  for (const [k, y] of found.entries()) {
    const difference = differenceOf(y, expected[k], near);
    if (difference) return failed(`${what} ${k}: ${difference}`);
  }
  return passed;
}

/** The first thing in which `y` is not what was expected, if there is one. */
export function differenceOf(y: Tensor, expected: Encoded, near: Near): string | null {
  if (`${y.shape}` !== `${expected.shape}`) return `the shape is [${y.shape}], not [${expected.shape}]`;
  const numbers = expected.data.map(numberOf);
  const at = numbers.findIndex((e, i) => !(Object.is(e, y.data[i]) || e === y.data[i] || near(y.data[i], e)));
  return at < 0 ? null : `element ${at} is ${y.data[at]}, not ${numbers[at]}`;
}
