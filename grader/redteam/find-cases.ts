import { pathToFileURL } from 'node:url';
import { packagePath } from '../package.ts';
import type { Case, Group } from './case.ts';

/** A case and where it belongs. */
export interface Found {
  /** Such as `realm/constructor-chain`. */
  name: string;
  group: string;
  one: Case;
}

/** By path, so that nothing of the grader depends on any one attack. */
export async function loadGroups(): Promise<Group[]> {
  const url = pathToFileURL(packagePath('fixtures/hostile/cases.ts')).href;
  return ((await import(url)) as { groups: Group[] }).groups;
}

export async function findCases(): Promise<Found[]> {
  const groups = await loadGroups();
  return groups.flatMap(({ name: group, cases }) =>
    cases.map((one) => ({ name: `${group}/${one.id}`, group, one })),
  );
}

export async function findCase(name: string): Promise<Found> {
  const found = (await findCases()).find((one) => one.name === name);
  if (!found) throw new Error(`there is no case '${name}' in fixtures/hostile/cases.ts`);
  return found;
}
