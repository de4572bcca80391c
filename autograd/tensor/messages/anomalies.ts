import { message, show, showAll } from '../errors.ts';
import type { Tensor } from '../tensor.ts';

/** @param culprit the first input that is not finite itself, -1 for none */
export function resultNotFinite(
  op: string,
  y: Tensor,
  at: number,
  inputs: readonly Tensor[],
  culprit: number,
  line: string,
): RangeError {
  return new RangeError(
    message(
      op,
      `the result holds ${placed(y, at)} (of ${showAll(inputs)}), called at ${line}.`,
      culprit < 0
        ? `All that went into ${op} was finite: look at the numbers it got there.`
        : `Input ${culprit + 1} was not finite when it came in: look where it was made.`,
    ),
  );
}

export function gradientNotFinite(op: string, dx: Tensor, at: number, line: string): RangeError {
  return new RangeError(
    message(
      op,
      `its backward gave an input a gradient that holds ${placed(dx, at)}; the op was called at ${line}.`,
      `The slope of ${op} is infinite or undefined there, or what came from above is too large.`,
    ),
  );
}

/** `NaN at [0, 2]` */
function placed(x: Tensor, at: number): string {
  let rest = at;
  const index = x.shape.toReversed().map((n) => {
    const i = rest % n;
    rest = (rest - i) / n;
    return i;
  });
  return `${x.storage[at]} at ${show(index.reverse())}`;
}
