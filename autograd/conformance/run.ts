import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Case, type Check, failed, type Outcome } from './case.ts';
import { notApplicable } from './not-applicable.ts';
import { sources } from './sources.ts';

/**
 * `npm run conformance`: runs the cases of other projects that lie in CONFORMANCE_DIR, and prints what came of them.
 *
 * Exits 1 when a case fails, or fewer pass than recorded.json says; `--record` writes it anew.
 */

const RECORD = new URL('recorded.json', import.meta.url);

interface Tally {
  cases: number;
  run: number;
  passed: number;
  failures: { id: string; why: string }[];
}

/** What a file may say of a case; each has an id, or the test that it comes from. */
interface Entry extends Partial<Case> {
  op?: string;
  optimizer?: string;
  test?: string;
}

function casesIn(file: string): (Entry & Case)[] {
  const { cases } = JSON.parse(readFileSync(file, 'utf8')) as { cases: Entry[] };
  return cases.map((one, i) => ({ ...one, id: one.id ?? `${one.test} ${i}` }));
}

function tallyOf(file: string, check: Check): Tally {
  const cases = casesIn(file);
  const applicable = cases.filter(({ op, optimizer, id }) => !notApplicable.has(op ?? optimizer ?? id));
  const outcomes = applicable.map((one) => ({ id: one.id, outcome: outcomeOf(check, one) }));
  const failures = outcomes.flatMap(({ id, outcome }) =>
    outcome.kind === 'failed' ? [{ id, why: outcome.why }] : [],
  );
  return {
    cases: cases.length,
    run: applicable.length,
    passed: applicable.length - failures.length,
    failures,
  };
}

function outcomeOf(check: Check, one: Case): Outcome {
  try {
    return check(one as never);
  } catch (error) {
    return failed(`${error}`);
  }
}

function print(tallies: Record<string, Tally>): void {
  const row = (name: string, ...cells: (string | number)[]) =>
    console.log(name.padEnd(32) + cells.map((cell) => `${cell}`.padStart(16)).join(''));
  row('file', 'cases', 'run', 'passed', 'failed', 'not applicable');
  for (const [name, { cases, run, passed, failures }] of Object.entries(tallies))
    row(name, cases, run, passed, failures.length, cases - run);
  for (const [name, { failures }] of Object.entries(tallies))
    for (const { id, why } of failures) console.error(`${name} ${id}: ${why}`);
}

type Passes = Pick<Tally, 'cases' | 'passed'>;

function writeRecord(tallies: Record<string, Tally>): void {
  const passes = Object.entries(tallies).map(([name, { cases, passed }]) => [name, { cases, passed }]);
  writeFileSync(RECORD, `${JSON.stringify(Object.fromEntries(passes), null, 2)}\n`);
}

/** The files of which fewer cases pass than before. */
function fallen(tallies: Record<string, Tally>): string[] {
  const recorded = JSON.parse(readFileSync(RECORD, 'utf8')) as Record<string, Passes>;
  return Object.entries(tallies).flatMap(([name, { cases, passed }]) => {
    const before = recorded[name];
    // a smaller collection of cases is another one, and says nothing
    const fell = before && cases >= before.cases && passed < before.passed;
    return fell ? [`${name}: ${passed} cases pass, ${before.passed} did.`] : [];
  });
}

function main(folder: string | undefined, record: boolean): number {
  const present = Object.entries(sources).filter(([name]) => folder && existsSync(path.join(folder, name)));
  if (!folder || present.length === 0) {
    console.error('conformance: set CONFORMANCE_DIR to a folder with gradcheck/, ops/, rnn/ or train/.');
    return 2;
  }
  const tallies = Object.fromEntries(
    present.map(([name, check]) => [name, tallyOf(path.join(folder, name), check)]),
  );
  print(tallies);
  const lost = record ? [] : fallen(tallies);
  for (const line of lost) console.error(line);
  if (record) writeRecord(tallies);
  return lost.length > 0 || Object.values(tallies).some(({ failures }) => failures.length > 0) ? 1 : 0;
}

process.exitCode = main(process.env.CONFORMANCE_DIR, process.argv.includes('--record'));
