import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Course } from '../model/exercise.ts';
import { packagePath } from '../package.ts';
import { cutStub } from './cut-stub.ts';
import { slugOf } from './find.ts';
import { formatAll } from './format.ts';
import { visibleTest } from './visible-test.ts';

/** What students get is derived from the solutions: path in the package → text. */
export function generateExercises({ exercises }: Course): Map<string, string> {
  const files = new Map<string, string>();
  const draws = readFileSync(packagePath('solutions', 'draws.ts'), 'utf8');
  for (const { id, title, file, solution, driver } of exercises) {
    const checks = readFileSync(packagePath('solutions', id, 'checks.ts'), 'utf8');
    const place = (name: string) => path.posix.join('exercises', id, name);
    files.set(place(file), cutStub(solution));
    files.set(
      place(`${slugOf(id)}.test.ts`),
      visibleTest({ slug: slugOf(id), title, checks, draws, driven: driver !== undefined }),
    );
    if (driver !== undefined) files.set(place('driver.ts'), driver);
  }
  return formatAll(files);
}

export function writeExercises(files: Map<string, string>): void {
  for (const [name, text] of files) {
    mkdirSync(path.dirname(packagePath(name)), { recursive: true });
    writeFileSync(packagePath(name), text);
  }
}

/** The files that are missing or differ from what the solutions say. */
export function outdated(files: Map<string, string>): string[] {
  return [...files]
    .filter(
      ([name, text]) => !existsSync(packagePath(name)) || readFileSync(packagePath(name), 'utf8') !== text,
    )
    .map(([name]) => name);
}
