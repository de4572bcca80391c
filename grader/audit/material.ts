import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { load } from '../course/find.ts';
import type { Exercise } from '../model/exercise.ts';
import { packagePath } from '../package.ts';
import type { Equivalent } from './equivalents.ts';
import { FRAUDS, type Fraud } from './fraud-texts.ts';

export interface Text {
  name: string;
  text: string;
}

/** What is handed in for an exercise, and what is known of it that a grade does not need. */
export interface Material {
  /** The solution, and right ones by another algorithm. */
  right: Text[];
  stub: string;
  /** Those that are written by hand; the others are made. */
  frauds: Partial<Record<Fraud, string>>;
  equivalents: Equivalent[];
  /** The exports that each function of the driver makes use of. */
  needs: Record<string, string[]>;
}

/** Of exercises/, solutions/ and fixtures/submissions/. */
export async function materialOf({ id, file, solution, driver }: Exercise): Promise<Material> {
  const submissions = submissionsFor(id);
  const frauds = FRAUDS.flatMap((fraud) => {
    const text = submissions.get(`${fraud}.ts`);
    return text === undefined ? [] : [[fraud, text]];
  });
  const hasEquivalents = existsSync(packagePath('solutions', id, 'equivalents.ts'));
  return {
    right: [
      { name: 'the solution', text: solution },
      ...[...submissions]
        .filter(([name]) => name.startsWith('right-'))
        .map(([name, text]) => ({ name, text })),
    ],
    stub: readFileSync(packagePath('exercises', id, file), 'utf8'),
    frauds: Object.fromEntries(frauds),
    equivalents: hasEquivalents
      ? (await load<{ equivalents: Equivalent[] }>(id, 'equivalents')).equivalents
      : [],
    needs: driver === undefined ? {} : (await load<Pick<Material, 'needs'>>(id, 'driver')).needs,
  };
}

/** fixtures/submissions/12-rnn-cell/right-rows.ts and its neighbours, by name. */
function submissionsFor(id: string): Map<string, string> {
  const folder = packagePath('fixtures', 'submissions', id);
  const names = existsSync(folder) ? readdirSync(folder).sort() : [];
  return new Map(names.map((name) => [name, readFileSync(`${folder}/${name}`, 'utf8')]));
}
