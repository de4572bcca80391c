import type { Exercise } from '../model/exercise.ts';
import type { Sandbox } from '../sandbox/index.ts';
import { type Equivalent, unequal } from './equivalents.ts';
import { type Mutant, mutantsOf } from './mutants.ts';
import type { MutantsAudit } from './result.ts';
import { survivors } from './survivors.ts';
import { typed } from './twins.ts';

/** Every mutant is caught, or is said to be equivalent, and then it is. */
export async function auditMutants(
  exercise: Exercise,
  equivalents: Equivalent[],
  sandbox: Sandbox,
): Promise<MutantsAudit> {
  const all = await mutantsOf(typed(exercise));
  const survived = await survivors(exercise, all, sandbox);
  const listed = new Set(equivalents.map(({ mutant }) => mutant));
  const equal = survived.filter(({ name }) => listed.has(name));
  const different = await unequal(exercise, equal, sandbox);
  return {
    total: all.length,
    equivalent: equal.length,
    survivors: survived.filter(({ name }) => !listed.has(name)).map(({ name }) => name),
    faults: [
      ...[...listed].flatMap((name) => superfluous(name, all, survived)),
      ...different.map(({ name }) => `this one answers otherwise than the solution: ${name}`),
    ],
  };
}

function superfluous(listed: string, all: Mutant[], survived: Mutant[]): string[] {
  const isIn = (mutants: Mutant[]) => mutants.some(({ name }) => name === listed);
  if (isIn(survived)) return [];
  return [
    isIn(all) ? `this one is caught, take it out: ${listed}` : `there is no such mutant any more: ${listed}`,
  ];
}
