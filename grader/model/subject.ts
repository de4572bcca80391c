import type { Plain } from './plain.ts';

/** What one call of a submission came to. */
export type Outcome =
  | { kind: 'answer'; value: Plain /** the arguments as the call left them */; after?: Plain[] }
  | {
      kind: 'threw';
      error: string;
      message: string /** an instance of RangeError, and no stack overflow */;
      rangeError: boolean;
    }
  | { kind: 'not-implemented'; what: string }
  | { kind: 'invalid-answer'; why: string /** the limit that it was larger than */; megabytes?: number }
  | Timeout
  | { kind: 'out-of-memory'; megabytes: number }
  | { kind: 'crashed'; how: string };

/** A limit of time that ran out: of a call unless `of` says more, of processor time unless `clock` says otherwise. */
export interface Timeout {
  kind: 'timeout';
  ms: number;
  of?: 'exercise' | 'submission';
  clock?: 'wall';
}

export interface VjpInput {
  args: Plain[];
  /** One cotangent for each tensor that the function returns, in the order of `tensorsIn`. */
  cotangents: Plain[];
}

/** Functions by name, as an exercise exports them. */
export type Functions = Record<string, (...args: never[]) => unknown>;

/**
 * Something that answers calls: a submission in its sandbox, or the solution in the trusted process.
 *
 * Both methods take many inputs at once and answer them in order. The list of outcomes is shorter than that of the
 * inputs when one of them ended the guest; that outcome is the last.
 */
export interface Subject {
  call(name: string, inputs: Plain[][], options?: { after?: boolean }): Promise<Outcome[]>;
  /** The answer is `{ value, gradients }`: one gradient for each tensor among the arguments, in order. */
  vjp(name: string, inputs: VjpInput[]): Promise<Outcome[]>;
}
