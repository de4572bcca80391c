import type { Rng, Tensor } from '#autograd';
import type { GradcheckOptions } from '../options.ts';
import type { Reason } from '../result.ts';

/** What is right, and the kinds of error: the reasons of a result, and those that other checkers miss. */
export type Kind = 'right' | Reason | Missed;

type Missed =
  | '0 where it is 1e-5'
  | 'right for ones only'
  | 'right on the diagonal only'
  | 'off by 1e-3'
  | 'wrong for a repeated input'
  | 'wrong at second order';

/** What a checker is asked, and the answers that are right. */
export interface Case {
  kind: Kind;
  name: string;
  /** A fresh function, since some keep a state. */
  f(rng: Rng): (...xs: Tensor[]) => unknown;
  draw(rng: Rng): Tensor[];
  options?: GradcheckOptions;
  /** `verdict` or `verdict: reason` */
  expected: readonly Answer[];
}

export type Answer = 'pass' | `${'fail' | 'inconclusive'}: ${Reason}`;

/** Relative sizes of an error. */
export const SIZES = [1e-1, 1e-2, 1e-3, 1e-4];

export const about = (size: number) => `by ${size.toExponential(0)}`;
