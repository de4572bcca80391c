import type { ExerciseLimits, Limits } from './limits.ts';
import type { Visibility } from './report.ts';
import type { Functions, Subject } from './subject.ts';
import type { Verdict } from './verdict.ts';

export interface CheckContext {
  /** Whoever is asked: a submission in its sandbox. */
  subject: Subject;
  /** The solution, in the trusted process. */
  reference: Functions;
  seed: number;
  /** Whether a verdict is enough: no smaller input is looked for where something failed. */
  brief?: boolean;
}

/** One question to a submission, with its worth. */
export interface Check {
  id: string;
  /** A claim that a correct submission fulfils. */
  name: string;
  points: number;
  visibility: Visibility;
  hint: string;
  /** Worked examples, where the check consists of them: what a call gives. */
  examples?: { call: string; with: unknown[]; gives: unknown }[];
  run(context: CheckContext): Promise<Verdict>;
}

/** A typical mistake, as a change of the solution that makes it. */
export interface Misconception {
  id: string;
  /** Names the mistake, as in "your results agree with …". */
  name: string;
  /** Two sentences: what goes wrong, and the idea to go back to. */
  explanation: string;
  /** Each text must occur exactly once in the solution. */
  replace: [before: string, after: string][];
}

export interface Policy {
  /** Whether the submission may import values from `#autograd` (types are always free). */
  engine: boolean;
  /** Dotted names that the exercise forbids, such as `Math.tanh`. */
  forbidden: string[];
}

/** Each comes closer than the one before it; none is the solution. */
export type Hints = [string, string, string];

export interface Exercise {
  id: string;
  title: string;
  /** The exercises that come first, such as `12-rnn-cell`: their solutions are taken for granted here. */
  needs: string[];
  hints: Hints;
  /** The file that the student edits, such as `rnn-cell.ts`. */
  file: string;
  policy: Policy;
  limits: ExerciseLimits;
  checks: Check[];
  misconceptions: Misconception[];
  /** The solution's functions (the driver's, where there is one), in the trusted process. */
  reference: Functions;
  /** The solution's text, from which the misconceptions are made. */
  solution: string;
  /** Code that drives a class or a callback inside the sandbox; without it the exports are called themselves. */
  driver?: string;
}

export interface Course {
  digest: string;
  limits: Limits;
  exercises: Exercise[];
}
