import type fc from 'fast-check';
import type { Visibility } from '../../model/report.ts';

/** What every check says about itself. */
export interface Claim {
  id: string;
  /** A claim that a correct submission fulfils, such as "padding after the end changes nothing". */
  name: string;
  points: number;
  visibility: Visibility;
  hint: string;
}

/** A claim about one function, for random arguments. */
export interface CallClaim<S, K extends Name<S>> extends Claim {
  call: K;
  /** All arguments together, since their sizes depend on one another. */
  given: fc.Arbitrary<Args<S, K>>;
  /** The names of the arguments, for the table. */
  names: string[];
  runs?: number;
}

/** An exported function, or one of a driver. */
// biome-ignore lint/suspicious/noExplicitAny: parameters of any kind, checked where the function is named
export type AnyFunction = (...args: any[]) => any;
export type Name<S> = { [K in keyof S]: S[K] extends AnyFunction ? K : never }[keyof S] & string;
export type Args<S, K extends keyof S> = S[K] extends AnyFunction ? Parameters<S[K]> : never;
export type Result<S, K extends keyof S> = S[K] extends AnyFunction ? ReturnType<S[K]> : never;

export function claimOf({ id, name, points, visibility, hint }: Claim): Claim {
  return { id, name, points, visibility, hint };
}
