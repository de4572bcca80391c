import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import type { Level } from '../model/report.ts';
import { openAt } from '../sandbox/open-at.ts';
import { firstAnswer } from './first-answer.ts';
import { REFERENCES, slowness } from './references.ts';
import { perSecond } from './samples.ts';
import type { Section } from './table.ts';

const IDLE = 6;

/** Fresh guests a second, each asked once and ended, and what one takes that waits. */
export async function guests(level: Level, plainMs: number): Promise<Section> {
  const rate = await freshPerSecond(level);
  const megabytes = await megabytesIdle(level);
  const expected = REFERENCES.guestsPerSecond / slowness(plainMs);
  return {
    title: `guests at level ${level}`,
    rows: [
      {
        what: `fresh, ${availableParallelism()} at a time`,
        here: `${rate.toFixed(1)} /s`,
        reference: `${expected.toFixed(1)} /s`,
        worse: expected / rate,
      },
      {
        what: 'idle, its share of memory',
        here: `${megabytes.toFixed(1)} MiB`,
        reference: `${REFERENCES.megabytesIdle} MiB`,
        worse: megabytes / REFERENCES.megabytesIdle,
      },
    ],
  };
}

async function freshPerSecond(level: Level): Promise<number> {
  const sandbox = openAt(level);
  const lane = () => perSecond(4000, async () => (await firstAnswer(sandbox)).close());
  const rates = await Promise.all(Array.from({ length: availableParallelism() }, lane));
  sandbox.close();
  return rates.reduce((sum, rate) => sum + rate, 0);
}

/** By the shares of memory (PSS) of all processes that are there when several guests wait, and not before. */
async function megabytesIdle(level: Level): Promise<number> {
  const sandbox = openAt(level);
  const before = new Set(descendantsOf(process.pid));
  const sessions = await Promise.all(Array.from({ length: IDLE }, () => firstAnswer(sandbox)));
  const theirs = descendantsOf(process.pid).filter((pid) => !before.has(pid));
  const kilobytes = theirs.reduce((sum, pid) => sum + shareOf(pid), 0);
  for (const session of sessions) session.close();
  sandbox.close();
  return kilobytes / 1024 / IDLE;
}

function descendantsOf(pid: number): number[] {
  const children = readdirSync(`/proc/${pid}/task`)
    .flatMap((thread) => readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' '))
    .filter(Boolean)
    .map(Number);
  return children.flatMap((child) => [child, ...descendantsOf(child)]);
}

function shareOf(pid: number): number {
  return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1]);
}
