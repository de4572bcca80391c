/**
 * `npm run fuzz -- --seconds 600`: searches for inputs that the readers of strangers' bytes cannot take.
 * `--target archive` looks at one reader only, `--seed 7` repeats a search as far as a machine's speed allows, and
 * `--replay fixtures/fuzz/archive/0123456789ab` runs one input that was found.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Finding, findingsFolder } from './findings.ts';
import { row } from './row.ts';
import type { Target } from './target.ts';
import { TARGETS } from './targets/index.ts';
import { type Watched, watch } from './watch.ts';

const module = path.join(import.meta.dirname, 'targets/index.ts');
const folder = findingsFolder;
const options = {
  seconds: { type: 'string', default: '600' },
  seed: { type: 'string', default: '1' },
  target: { type: 'string', multiple: true, default: Object.keys(TARGETS) },
  replay: { type: 'string' },
} as const;
const { seconds, seed, target: names, replay } = parseArgs({ options }).values;

if (replay) await reader(path.basename(path.dirname(replay))).run(readFileSync(replay));
else process.exitCode = (await fuzzAll()).length > 0 ? 1 : 0;

async function fuzzAll(): Promise<Finding[]> {
  console.log(row('target', 'runs', 'a second', 'kept', 'reached by seeds', 'reached', 'findings'));
  const ms = (1000 * Number(seconds)) / names.length;
  const found: Finding[] = [];
  for (const name of names) found.push(...(await fuzz(name, ms)));
  for (const { file, what } of found) console.log(`\n${file}\n  ${what}`);
  return found;
}

/** A process that was ended is followed by another, which draws other numbers. */
async function fuzz(name: string, ms: number): Promise<Finding[]> {
  const { limits } = reader(name);
  const rounds: Watched[] = [];
  const end = performance.now() + ms;
  for (let left = ms; left > 1000 || rounds.length === 0; left = end - performance.now()) {
    const job = { module, target: name, seed: Number(seed) + rounds.length, ms: left, folder, enough: 10 };
    rounds.push(await watch(job, limits));
  }
  const findings = rounds.flatMap((round) => round.findings);
  const progress = rounds.flatMap((round) => round.progress ?? []);
  const runs = progress.reduce((sum, { executions }) => sum + executions, 0);
  const most = (key: 'kept' | 'reachedBySeeds' | 'reached') =>
    Math.max(0, ...progress.map((one) => one[key]));
  const perSecond = Math.round((1000 * runs) / ms);
  console.log(
    row(name, runs, perSecond, most('kept'), most('reachedBySeeds'), most('reached'), findings.length),
  );
  return findings;
}

function reader(name: string): Target {
  const known = TARGETS[name];
  if (!known) throw new Error(`there is no target '${name}': there are ${Object.keys(TARGETS).join(', ')}`);
  return known;
}
