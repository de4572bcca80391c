import fc from 'fast-check';
import { vocabulary } from '../../checks/index.ts';
import { cutStub } from '../../course/cut-stub.ts';
import type { Exercise } from '../../model/exercise.ts';
import { defaultLimits } from '../../model/limits.ts';
import type { Material } from '../material.ts';

const solution = `/** 2x + 1 */
export function line(x: number): number {
  // BEGIN SOLUTION
  return 2 * x + 1;
  // END SOLUTION
}

/** The largest of some numbers. */
export function largest(numbers: number[]): number {
  // BEGIN SOLUTION
  if (numbers.length === 0) throw new RangeError('there is no largest of nothing');
  let most = numbers[0]!;
  for (const x of numbers) if (x > most) most = x;
  return most;
  // END SOLUTION
}
`;

const reference = {
  line: (x: number) => 2 * x + 1,
  largest(numbers: number[]) {
    if (numbers.length === 0) throw new RangeError('there is no largest of nothing');
    return Math.max(...numbers);
  },
};

const { example, oracle, throws } = vocabulary<typeof reference>();
const about = { hint: 'a hint', visibility: 'hidden' } as const;
const number = fc.integer({ min: -99, max: 99 });

export const checks = {
  examples: example({
    ...about,
    id: 'examples',
    name: 'worked examples',
    visibility: 'visible',
    points: 2,
    cases: [
      { call: 'line', with: [3], gives: 7 },
      { call: 'largest', with: [[1, 2]], gives: 2 },
    ],
  }),
  line: oracle({
    ...about,
    id: 'line',
    name: 'the line is right',
    points: 9,
    call: 'line',
    names: ['x'],
    given: fc.tuple(number),
  }),
  largest: oracle({
    ...about,
    id: 'largest',
    name: 'the largest is found',
    points: 8,
    call: 'largest',
    names: ['numbers'],
    given: fc.tuple(fc.array(number, { minLength: 1, maxLength: 4 })),
  }),
  nothing: throws({
    ...about,
    id: 'nothing',
    name: 'nothing has no largest',
    points: 1,
    call: 'largest',
    names: ['numbers'],
    given: fc.constant<[number[]]>([[]]),
  }),
};

/** An exercise in which nothing is wrong; each test plants what is. */
export function madeUp(planted: Partial<Exercise> = {}): Exercise {
  return {
    id: '98-made-up',
    title: 'Made up',
    needs: [],
    hints: ['one', 'two', 'three'],
    file: 'made-up.ts',
    policy: { engine: false, forbidden: [] },
    limits: defaultLimits,
    checks: Object.values(checks),
    misconceptions: [
      {
        id: 'no-bias',
        name: 'the line goes through the origin',
        explanation: 'One is added.',
        replace: [['2 * x + 1', '2 * x']],
      },
      {
        id: 'smallest',
        name: 'the smallest is taken',
        explanation: 'Larger is >.',
        replace: [['x > most', 'x < most']],
      },
    ],
    reference,
    solution,
    ...planted,
  };
}

/** The one change of the solution that makes no difference. */
export const LATER_OF_EQUALS =
  'largest: for (const x of numbers) if (x > most) most = x; → for (const x of numbers) if (x >= most) most = x;';

export function materialFor(exercise: Exercise, planted: Partial<Material> = {}): Material {
  return {
    right: [{ name: 'the solution', text: exercise.solution }],
    stub: cutStub(exercise.solution),
    frauds: {},
    equivalents: [{ mutant: LATER_OF_EQUALS, why: 'the later of two equal numbers is as large' }],
    needs: {},
    ...planted,
  };
}
