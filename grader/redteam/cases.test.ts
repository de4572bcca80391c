import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { packagePath } from '../package.ts';
import { withTable } from './docs.ts';
import { type Found, findCases, loadGroups } from './find-cases.ts';
import { ORACLES, type Oracle } from './oracles.ts';
import { table } from './table.ts';

const cases = await findCases();
const fileOf = ({ name, one }: Found) =>
  packagePath('fixtures/hostile', `${name}${one.kind === 'guest' ? '.mjs' : '.ts'}`);
const inFiles = cases.filter(({ one }) => one.kind === 'submission' || one.kind === 'guest');

test('there are many attacks, and no two have one name', () => {
  expect(cases.length).toBeGreaterThan(250);
  expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
});

test('every attack has its file, and every file its attack', () => {
  expect(inFiles.map(fileOf).filter((file) => !existsSync(file))).toEqual([]);
  const groups = [...new Set(inFiles.map(({ group }) => group))];
  const files = groups.flatMap((group) => readdirSync(packagePath('fixtures/hostile', group)));
  expect(files.length).toBe(inFiles.length);
});

test('every oracle is the proof of an attack', () => {
  const proofs = new Set<Oracle>(cases.map(({ one }) => one.proof));
  expect(Object.keys(ORACLES).filter((oracle) => !proofs.has(oracle as Oracle))).toEqual([]);
});

/** No attack can show these at level none: evidence.test.ts and words.test.ts do. */
const SHOWN_ELSEWHERE = ['input', 'inspector', 'neighbour'];

test('every oracle has an attack that it sees where nothing stops it', () => {
  const seen = new Set(cases.flatMap(({ one }) => one.passes.none?.oracles ?? []));
  expect(
    Object.keys(ORACLES)
      .filter((oracle) => !seen.has(oracle as Oracle))
      .sort(),
  ).toEqual(SHOWN_ELSEWHERE);
});

test('docs/security.md has the table of these attacks (else: npm run redteam)', async () => {
  const page = readFileSync(packagePath('docs/security.md'), 'utf8');
  expect(withTable(page, table(await loadGroups()))).toBe(page);
});
