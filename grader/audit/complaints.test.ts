import { describe, expect, test } from 'vitest';
import { NOTHING_FOUND } from './audit-exercise.ts';
import { complaintsAbout } from './complaints.ts';
import type { ExerciseAudit } from './result.ts';

function complaints(found: Partial<ExerciseAudit>): string[] {
  return complaintsAbout({ id: '98-made-up', seeds: 50, ...NOTHING_FOUND, ...found });
}

const mistake = { id: 'sign', caught: 50, named: 50, misnamed: [], faults: [] };
const mutants = { total: 1000, equivalent: 50, survivors: [], faults: [] };

describe('nothing is said of', () => {
  test.each<[string, Partial<ExerciseAudit>]>([
    ['a mistake that is not named on 2 of 50 seeds', { mistakes: [{ ...mistake, named: 48 }] }],
    [
      'one that is not named on 1 of 2, which tells nothing of 95 %',
      { seeds: 2, mistakes: [{ ...mistake, caught: 2, named: 1 }] },
    ],
    ['5 % of mutants that are equivalent', { mutants }],
  ])('%s', (_, found) => {
    expect(complaints(found)).toEqual([]);
  });
});

describe('it is said', () => {
  test.each<[Partial<ExerciseAudit>, string]>([
    [{ mistakes: [{ ...mistake, caught: 49 }] }, 'the mistake sign loses points on 49 of 50 seeds'],
    [{ mistakes: [{ ...mistake, named: 47 }] }, 'the mistake sign is named on 47 of 50 seeds'],
    [
      { seeds: 2, mistakes: [{ ...mistake, caught: 2, named: 0 }] },
      'the mistake sign is named on 0 of 2 seeds',
    ],
    [
      { seeds: 1, mistakes: [{ ...mistake, caught: 1, named: 0 }] },
      'the mistake sign is named on 0 of 1 seeds',
    ],
    [{ mistakes: [{ ...mistake, misnamed: ['another'] }] }, 'the mistake sign is called “another”'],
    [
      { mistakes: [{ ...mistake, faults: ['tanh: the solution throws'] }] },
      'a check could not be run on the mistake sign: tanh: the solution throws',
    ],
    [
      { mutants: { ...mutants, equivalent: 51 } },
      '51 of 1000 mutants are said to be equivalent, more than 5 %',
    ],
    [{ mutants: { ...mutants, survivors: ['a'] } }, 'a mutant loses nothing: a'],
  ])('%j', (found, complaint) => {
    expect(complaints(found)).toEqual([complaint]);
  });
});
