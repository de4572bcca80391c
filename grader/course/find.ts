import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Check, Course, Exercise, Hints, Misconception, Policy } from '../model/exercise.ts';
import type { Limits, OwnLimits, SomeLimits } from '../model/limits.ts';
import type { Functions } from '../model/subject.ts';
import { packagePath } from '../package.ts';
import { courseLimits, exerciseLimits } from './limits.ts';

/** From the sources TypeScript is loaded, from `dist/` its compiled twin. */
const extension = extname(fileURLToPath(import.meta.url));
const compiled = extension === '.ts' ? '' : 'dist';

interface Definition {
  title: string;
  needs?: number[];
  hints: Hints;
  policy: Policy;
  limits?: OwnLimits;
  checks: Check[];
}

type Driver = { drive(student: object): Functions };

/** Every exercise of the course, by folder name. */
export async function loadCourse(): Promise<Course> {
  const ids = readdirSync(packagePath('solutions'))
    .filter((name) => /^\d\d-/.test(name))
    .sort();
  const limits = courseLimits((await load<{ limits: SomeLimits }>('', 'course')).limits);
  const exercises = await Promise.all(ids.map((id, i) => loadExercise(id, ids.slice(0, i), limits)));
  return { digest: digestOf(ids), limits, exercises };
}

/** `12-rnn-cell` → `rnn-cell` */
export function slugOf(id: string): string {
  return id.slice(3);
}

async function loadExercise(id: string, before: string[], limits: Limits): Promise<Exercise> {
  const [solution, { title, needs = [], hints, policy, checks, limits: own }, { misconceptions }] =
    await Promise.all([
      load<Functions>(id, slugOf(id)),
      load<Definition>(id, 'checks'),
      load<{ misconceptions: Misconception[] }>(id, 'misconceptions'),
    ]);
  const driver = source(id, 'driver.ts');
  const reference = driver === undefined ? solution : (await load<Driver>(id, 'driver')).drive(solution);
  return {
    id,
    title,
    needs: needs.map((number) => idOf(number, id, before)),
    hints,
    file: `${slugOf(id)}.ts`,
    policy,
    limits: exerciseLimits(id, limits, own),
    checks,
    misconceptions,
    reference,
    solution: source(id, `${slugOf(id)}.ts`)!,
    ...(driver !== undefined && { driver }),
  };
}

/** 12 → `12-rnn-cell`. */
function idOf(number: number, user: string, before: string[]): string {
  const found = before.find((id) => Number.parseInt(id, 10) === number);
  if (found === undefined)
    throw new Error(`solutions/${user}/checks.ts needs ${number}, which is no exercise before it`);
  return found;
}

/** A file of an exercise, by path, so that nothing of the grader depends on any one exercise. */
export async function load<T>(id: string, name: string): Promise<T> {
  return (await import(
    pathToFileURL(packagePath(compiled, 'solutions', id, `${name}${extension}`)).href
  )) as T;
}

function source(id: string, file: string): string | undefined {
  const path = packagePath('solutions', id, file);
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

function digestOf(ids: string[]): string {
  const hash = createHash('sha256').update(source('', 'course.ts')!).update(source('', 'draws.ts')!);
  for (const id of ids) {
    for (const file of [`${slugOf(id)}.ts`, 'checks.ts', 'misconceptions.ts', 'driver.ts']) {
      hash.update(`${id}/${file}\0${source(id, file) ?? ''}\0`);
    }
  }
  return hash.digest('hex');
}
