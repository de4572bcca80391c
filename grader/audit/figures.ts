import { z } from 'zod';
import { type ExerciseAudit, flipsOf, millisecondsOf } from './result.ts';

const count = z.int().nonnegative();
const percent = z.number().min(0).max(100);

/** The numbers of an exercise, as they are recorded. */
export const figuresSchema = z.strictObject({
  id: z.string(),
  seeds: count,
  /** Right submissions, and how many of them lost anything on any seed. */
  right: count,
  rightFailed: count,
  /** Checks that right work passes on one seed and loses on another. */
  flips: count,
  misconceptions: count,
  /** Percent of the seeds on which a misconception lost points, and was called by its name: the worst of all. */
  caught: percent,
  named: percent,
  /** Misconceptions that were called by another name, once or more. */
  misnamed: count,
  /** Stubs that earned what they cannot do. */
  undeserved: count,
  /** Percent of the points. */
  constants: percent,
  nan: percent,
  lookupTable: percent,
  mutants: count,
  equivalent: count,
  survivors: count,
  milliseconds: count,
});

export type Figures = z.infer<typeof figuresSchema>;

export function figuresOf(audit: ExerciseAudit): Figures {
  const { id, seeds, right, mistakes, undeserved, frauds, mutants } = audit;
  const share = (times: number) => Math.floor((100 * times) / seeds);
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
