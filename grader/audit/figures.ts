import { type ExerciseAudit, flipsOf, millisecondsOf } from './result.ts';

/** The numbers of an exercise, as they are recorded. */
export interface Figures {
  id: string;
  seeds: number;
  /** Right submissions, and how many of them lost anything on any seed. */
  right: number;
  rightFailed: number;
  flips: number;
  misconceptions: number;
  /** Percent of the seeds on which a misconception lost points, and was called by its name: the worst of all. */
  caught: number;
  named: number;
  /** Misconceptions that were called by another name, once or more. */
  misnamed: number;
  /** Stubs that earned what they cannot do. */
  undeserved: number;
  /** Percent of the points. */
  constants: number;
  nan: number;
  lookupTable: number;
  mutants: number;
  equivalent: number;
  survivors: number;
  milliseconds: number;
}

export function figuresOf(audit: ExerciseAudit): Figures {
  const { id, seeds, right, mistakes, undeserved, frauds, mutants } = audit;
  const share = (count: number) => Math.floor((100 * count) / seeds);
  return {
    id,
    seeds,
    right: right.length,
    rightFailed: right.filter(({ losses }) => losses.length > 0).length,
    flips: flipsOf(audit),
    misconceptions: mistakes.length,
    caught: Math.min(100, ...mistakes.map(({ caught }) => share(caught))),
    named: Math.min(100, ...mistakes.map(({ named }) => share(named))),
    misnamed: mistakes.filter(({ misnamed }) => misnamed.length > 0).length,
    undeserved: undeserved.length,
    constants: frauds.constants.percent,
    nan: frauds.nan.percent,
    lookupTable: frauds['lookup-table'].percent,
    mutants: mutants.total,
    equivalent: mutants.equivalent,
    survivors: mutants.survivors.length,
    milliseconds: millisecondsOf(audit),
  };
}
