import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { vocabulary } from '../checks/index.ts';
import { Workbench } from '../grading/workbench.ts';
import type { Check, Exercise } from '../model/exercise.ts';
import { openSandbox } from '../sandbox/index.ts';
import { auditExercise, NOTHING_FOUND, PARTS } from './audit-exercise.ts';
import { auditMutants } from './audit-mutants.ts';
import { complaintsAbout } from './complaints.ts';
import type { Grader } from './grader.ts';
import type { Material } from './material.ts';
import { checks, LATER_OF_EQUALS, madeUp, materialFor } from './testing/made-up.ts';

let grader: Grader;
beforeAll(async () => {
  const sandbox = await openSandbox('strong');
  grader = { sandbox, workbench: new Workbench(sandbox) };
});
afterAll(() => grader.sandbox.close());

type Planted = Partial<Exercise> & { material?: Partial<Material> };

/** What one part of the audit finds in the made-up exercise, where something was planted in it. */
async function complaints(part: keyof typeof PARTS, { material, ...planted }: Planted): Promise<string> {
  const exercise = madeUp(planted);
  const found = await PARTS[part](exercise, materialFor(exercise, material), grader, [1, 2]);
  const audit = { id: exercise.id, seeds: 2, ...NOTHING_FOUND, [part]: found };
  return complaintsAbout(audit).join('\n');
}

const { property, oracle } = vocabulary<{ line(x: number): number }>();
const about = { hint: 'a hint', visibility: 'hidden', points: 1 } as const;
/** A claim about the line for x = 1. */
const claim = (id: string, holds: (student: { line(x: number): number }) => boolean): Check =>
  property({ ...about, id, name: id, given: fc.tuple(fc.constant(1)), holds: (student) => holds(student) });

test('where all is as it must be, the audit says nothing', async () => {
  const exercise = madeUp();
  const audit = await auditExercise(exercise, materialFor(exercise), 2, grader);
  expect(complaintsAbout(audit)).toEqual([]);
  expect(audit.mutants).toMatchObject({ equivalent: 1, survivors: [], faults: [] });
  expect(audit.mutants.total).toBeGreaterThan(20);
});

test('what a driver does with the exports is audited as they are', async () => {
  const reference = { twice: (x: number) => 4 * x + 3 };
  const twice = vocabulary<typeof reference>().oracle({
    ...about,
    id: 'twice',
    name: 'twice is right',
    call: 'twice',
    names: ['x'],
    given: fc.tuple(fc.integer({ min: -9, max: 9 })),
  });
  const exercise = madeUp({
    reference,
    checks: [twice],
    misconceptions: [],
    driver: 'export const needs = {}; export const drive = ({ line }) => ({ twice: (x) => line(line(x)) });',
  });
  const material = materialFor(exercise, { needs: { twice: ['line'] } });
  const seeds = [1, 2];
  const right = await PARTS.right(exercise, material, grader, seeds);
  expect(right.map(({ losses }) => losses)).toEqual([[]]);
  expect(await PARTS.undeserved(exercise, material, grader, seeds)).toEqual([]);
  expect(await PARTS.undeserved(exercise, { ...material, needs: {} }, grader, seeds)).toEqual([
    { written: 'line', checks: ['twice'] },
  ]);
  expect(await PARTS.frauds(exercise, material, grader, seeds)).toEqual(NOTHING_FOUND.frauds);
});

describe('the audit tells of right work that', () => {
  test('loses points, and is accused of a mistake', async () => {
    const { solution } = madeUp();
    const text = solution.replace('2 * x + 1', '2 * x');
    const right = [
      { name: 'the solution', text: solution },
      { name: 'right-other.ts', text },
    ];
    const told = await complaints('right', { material: { right } });
    expect(told).toContain(
      'right-other.ts is right and does not pass examples (failed), line (failed) on seed 1',
    );
    expect(told).toContain('is accused of “the line goes through the origin”');
    expect(told).not.toContain('the solution is right');
  });

  test('is asked something that the solution cannot do either', async () => {
    const impossible = claim('impossible', ({ line }) => line(1) === 4);
    expect(await complaints('right', { checks: [...madeUp().checks, impossible] })).toContain(
      "does not pass impossible (98-made-up, check 'impossible', seed 1: the solution fails too",
    );
  });

  test('does what the policy forbids', async () => {
    const { solution } = madeUp();
    const text = solution.replace('most = x;', 'most = Math.max(most, x);');
    const right = [{ name: 'right-max.ts', text }];
    expect(
      await complaints('right', { policy: { engine: false, forbidden: ['Math.max'] }, material: { right } }),
    ).toContain('right-max.ts is right and does not pass examples (forbidden)');
  });
});

describe('the audit tells of points for nothing:', () => {
  test('a stub that does something', async () => {
    expect(
      await complaints('undeserved', { material: { stub: 'export const line = (x: number) => 2 * x + 1;' } }),
    ).toContain('a stub with nothing written earns line');
  });

  test('a check that asks nothing', async () => {
    const idle: Check = { ...checks.line, id: 'idle', run: async () => ({ kind: 'passed' }) };
    expect(await complaints('undeserved', { checks: [...madeUp().checks, idle] })).toContain(
      'a stub with nothing written earns idle',
    );
  });

  test('a check of two functions that one of them passes', async () => {
    const either = claim('either', ({ line, ...rest }) => {
      const { largest } = rest as unknown as { largest(numbers: number[]): number };
      return line(1) === 3 || largest([1]) === 1;
    });
    const lazy: Check = {
      ...either,
      run: async ({ subject }) => {
        const [line] = await subject.call('line', [[1]]);
        await subject.call('largest', [[[1]]]);
        return line?.kind === 'answer' ? { kind: 'passed' } : { kind: 'failed', why: 'no line' };
      },
    };
    expect(await complaints('undeserved', { checks: [...madeUp().checks, lazy] })).toContain(
      'a stub with line written earns either',
    );
  });

  test('answers that are always the same, NaN, the examples by heart', async () => {
    const anything: Check = claim('anything', ({ line }) => typeof line(1) === 'number');
    const weak = { ...anything, points: 10 };
    const told = await complaints('frauds', { checks: [...madeUp().checks, weak] });
    expect(told).toContain('constants earns 33.3 % of the points, not 10, by anything');
    expect(told).toContain('nan earns 33.3 % of the points');
    expect(told).toContain('lookup-table earns 40 % of the points, not 20, by examples, anything');
  });

  test('a fraud that is written by hand', async () => {
    expect(await complaints('frauds', { material: { frauds: { constants: madeUp().solution } } })).toContain(
      'constants earns 100 % of the points',
    );
  });
});

describe('the audit tells of a mistake that', () => {
  test('loses nothing', async () => {
    const told = await complaints('mistakes', { checks: [checks.line] });
    expect(told).toContain('the mistake smallest loses points on 0 of 2 seeds');
    expect(told).not.toContain('the mistake no-bias');
  });

  test('is called by nothing, or by another name', async () => {
    const [noBias, smallest] = madeUp().misconceptions;
    const twin = { ...noBias!, id: 'twin', name: 'a twin' };
    expect(await complaints('mistakes', { misconceptions: [noBias!, twin, smallest!] })).toContain(
      'the mistake twin is named on 0 of 2 seeds',
    );
  });
});

describe('the audit tells of a mutant that', () => {
  test('loses nothing', async () => {
    const { line, nothing, examples } = checks;
    expect(await complaints('mutants', { checks: [examples, line, nothing] })).toContain(
      'a mutant loses nothing: largest: let most = numbers[0]!; → let most = numbers[1]!;',
    );
  });

  test('hangs is caught, and costs the one after it nothing', async () => {
    const solution = madeUp().solution.replace(
      'return 2 * x + 1;',
      `let sum = 1;
  for (let i = 0; i < 2; i++) sum += x;
  return sum;`,
    );
    const exercise = madeUp({ solution, checks: [checks.line] });
    const { survivors } = await auditMutants(exercise, [], grader.sandbox);
    const loops = survivors.filter((name) => name.startsWith('line:'));
    expect(loops).toEqual([]);
  });

  test('is said to be equivalent and is not', async () => {
    const small = oracle({
      ...about,
      id: 'line',
      name: 'the line is right, nearly always',
      call: 'line',
      names: ['x'],
      given: fc.tuple(fc.nat({ max: 999 })),
      runs: 1,
      tolerance: { absolute: 5, relative: 0.5 },
    });
    const { examples, largest, nothing } = checks;
    const mutant = 'line: return 2 * x + 1; → return 2 * x - 1;';
    const equivalents = [{ mutant, why: 'one may think so' }];
    const idle: Check = { ...examples, run: async () => ({ kind: 'passed' }) };
    const told = await complaints('mutants', {
      checks: [small, largest, nothing, idle],
      material: { equivalents },
    });
    expect(told).toContain(`this one answers otherwise than the solution: ${mutant}`);
  });

  test('is said to be equivalent and is caught, or does not exist', async () => {
    const caught = 'line: return 2 * x + 1; → return 2 * x - 1;';
    const equivalents = [LATER_OF_EQUALS, caught, 'line: gone'].map((mutant) => ({ mutant, why: 'so' }));
    const told = await complaints('mutants', { material: { equivalents } });
    expect(told).toContain(`this one is caught, take it out: ${caught}`);
    expect(told).toContain('there is no such mutant any more: line: gone');
    expect(told).not.toContain(LATER_OF_EQUALS);
  });
});
