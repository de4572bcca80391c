/**
 * `npm run redteam`: all attacks of fixtures/hostile at every level that holds on this machine.
 *
 * It fails when one comes to anything but what is expected, for better or worse.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { shuffled } from '../grading/shuffled.ts';
import type { Level } from '../model/report.ts';
import { packagePath } from '../package.ts';
import { examine } from '../sandbox/index.ts';
import { run } from './campaign.ts';
import { withTable } from './docs.ts';
import { type Found, findCases, loadGroups } from './find-cases.ts';
import { isRunAt } from './levels-of.ts';
import { type Options, readOptions } from './options.ts';
import type { Finding } from './station.ts';
import { complaint, summary } from './summary.ts';
import { table } from './table.ts';

const options = readOptions(process.argv.slice(2));
for (let round = 1; round <= options.repeat; round++) {
  for (const level of await levelsFor(options)) await attack(level, round, options);
}
compareDocs(options);

/** Level none comes last: it shows that the oracles see what they are to see. */
async function levelsFor({ level }: Options): Promise<Level[]> {
  if (level) return [level];
  const { levels } = await examine();
  return [...(['A', 'B', 'C'] as const).filter((one) => levels[one].holds), 'none'];
}

async function attack(level: Level, round: number, { workers, ...options }: Options): Promise<void> {
  const cases = await chosenCases(level, round, options);
  const start = performance.now();
  const findings = await run({ level, cases, seed: `redteam-${round}`, workers }, complain);
  process.stdout.write(summary(level, findings, (performance.now() - start) / 1000));
  if (findings.some(({ differences }) => differences.length > 0)) process.exitCode = 1;
}

/** At once: who waits for a run wants to know. */
function complain(finding: Finding): void {
  if (finding.differences.length > 0) process.stdout.write(complaint(finding));
}

async function chosenCases(
  level: Level,
  round: number,
  { case: wanted = '', shuffle }: Pick<Options, 'case' | 'shuffle'>,
): Promise<Found[]> {
  const all = await findCases();
  const cases = all.filter(({ name, one }) => name.includes(wanted) && isRunAt(one, level, process.arch));
  if (cases.length === 0) throw new Error(`no attack with '${wanted}' in its name is run at level ${level}`);
  return shuffle === undefined ? cases : shuffled(cases, `${shuffle}-${round}`);
}

async function compareDocs({ check }: Options): Promise<void> {
  const file = packagePath('docs/security.md');
  const page = readFileSync(file, 'utf8');
  const expected = withTable(page, table(await loadGroups()));
  if (page === expected) return;
  if (!check) return writeFileSync(file, expected);
  process.stderr.write('docs/security.md is not what the table says: run `npm run redteam` and commit it\n');
  process.exitCode = 1;
}
