import type { Mistake } from './mistakes.ts';
import type { Undeserved } from './one-function.ts';
import type { RightWork } from './right-work.ts';

/** What the audit of one exercise found. */
export interface ExerciseAudit {
  id: string;
  seeds: number;
  right: RightWork[];
  mistakes: Mistake[];
  undeserved: Undeserved[];
  /** The percentage of the points that submissions got which compute nothing. */
  frauds: Record<'constants' | 'nan' | 'lookup-table', number>;
  mutants: {
    total: number;
    /** Those that are no mistake. */
    equivalent: number;
    /** Those that lost no point and are not known to be equivalent. */
    survivors: string[];
    /** What is wrong with the list of equivalents. */
    faults: string[];
  };
}

/** The median of what the checks take on the solution. */
export function millisecondsOf({ right }: ExerciseAudit): number {
  const sorted = right[0]!.milliseconds.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!;
}

/** Checks that right work passes on one seed and loses on another. */
export function flipsOf({ right, seeds }: ExerciseAudit): number {
  return right.filter(({ losses }) => losses.length > 0 && losses.length < seeds).length;
}
