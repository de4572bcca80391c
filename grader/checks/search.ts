import type fc from 'fast-check';
import type { CheckContext } from '../model/exercise.ts';
import type { Plain } from '../model/plain.ts';
import type { Finding, Judge } from './finding.ts';

/** A claim about every input. */
export interface Search {
  given: fc.Arbitrary<Plain[]>;
  runs: number;
  /** The names of the inputs, for the table. */
  names: string[];
  judge: Judge;
  /** Whether the solution shows what is right here; nobody is asked where it does not. */
  judgeable?(inputs: Plain[], context: CheckContext): boolean;
}

/** An input with what is wrong there, and its place for fast-check: `3` is the fourth draw, `3:0:1` a smaller one. */
export interface Failure {
  inputs: Plain[];
  finding: Finding;
  path: string;
}
