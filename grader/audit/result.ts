import type { Fraud } from './fraud-texts.ts';
import type { Loot } from './frauds.ts';
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
  frauds: Record<Fraud, Loot>;
  mutants: MutantsAudit;
}

export interface MutantsAudit {
  total: number;
  /** Those that are no mistake. */
  equivalent: number;
  /** Those that lost no point and are not known to be equivalent. */
  survivors: string[];
  /** What is wrong with the list of equivalents. */
  faults: string[];
}

/** The median of what the checks take on the solution. */
export function millisecondsOf({ right }: ExerciseAudit): number {
  const sorted = right[0]!.milliseconds.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** Checks that right work passes on one seed and loses on another. */
export function flipsOf({ right, seeds }: ExerciseAudit): number {
  return right.reduce((sum, { losses }) => {
    const lost = losses.flatMap(({ checks }) => checks.map(({ id }) => id));
    const flipped = new Set(lost.filter((id) => lost.filter((one) => one === id).length < seeds));
    return sum + flipped.size;
  }, 0);
}
