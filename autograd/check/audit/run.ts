/** `npm run gradcheck:audit [-- seeds]`: false failures and false passes of the checker, which both must be 0. */
import { audit, type Miss, type Tally } from './audit.ts';
import { suite } from './suite.ts';

const SEEDS = 1000;
const SHOWN = 5;

const seeds = Number(process.argv[2] ?? SEEDS);
const started = performance.now();
const tallies = audit(
  suite,
  Array.from({ length: seeds }, (_, k) => k + 1),
);
const seconds = (performance.now() - started) / 1000;
report(tallies);

function report(all: readonly Tally[]): void {
  const sum = (of: (tally: Tally) => number) => all.reduce((total, tally) => total + of(tally), 0);
  const failures = sum(({ falseFailures }) => falseFailures.length);
  const passes = sum(({ falsePasses }) => falsePasses.length);
  const misnamed = sum((tally) => tally.misnamed.length);
  for (const tally of all) console.log(lineOf(tally));
  for (const miss of all.flatMap(missesOf).slice(0, SHOWN)) console.error(sentenceOf(miss));
  console.log(`${sum(({ asked }) => asked)} backwards over ${seeds} seeds in ${seconds.toFixed(0)} s`);
  console.log(`false failures ${failures}\nfalse passes ${passes}`);
  process.exitCode = failures + passes + misnamed > 0 ? 1 : 0;
}

function lineOf({ kind, backwards, falseFailures, falsePasses, misnamed }: Tally): string {
  const counts = `false failures ${falseFailures.length}, false passes ${falsePasses.length}, misnamed ${misnamed.length}`;
  return `${kind.padEnd(28)}${String(backwards).padStart(4)}   ${counts}`;
}

function missesOf({ falseFailures, falsePasses, misnamed }: Tally): Miss[] {
  return [...falseFailures, ...falsePasses, ...misnamed];
}

function sentenceOf({ name, seed, answer, message }: Miss): string {
  return `${name}, seed ${seed}: ${answer}\n  ${message}`;
}
