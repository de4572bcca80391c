import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Level } from '../model/report.ts';
import type { Order, Result } from './lane.ts';
import type { Range } from './range.ts';

const LANE = fileURLToPath(new URL('lane.ts', import.meta.url));
const DEADLINE_MS = 60_000;

/** A grader to be attacked, in its process. */
export interface Lane {
  pid: number;
  /** Nothing when it ended or hung. */
  attend(order: Order): Promise<Result | undefined>;
  close(): void;
}

export async function openLane(range: Range, level: Level, seed: string): Promise<Lane> {
  const child = start(range, level, seed);
  const [said] = (await Promise.race([once(child, 'message'), once(child, 'exit')])) as unknown[];
  if (said !== 'ready') throw new Error(`the grader does not start at level ${level}`);
  return {
    pid: child.pid!,
    attend: (order) => attend(child, order),
    close: () => child.kill('SIGKILL'),
  };
}

function start({ words, targets, inherited }: Range, level: string, seed: string): ChildProcess {
  const { descriptor } = targets();
  const between = Array.from({ length: descriptor - 4 }, () => 'ignore' as const);
  return fork(LANE, [level, seed], {
    execArgv: ['--import', 'tsx', '--conditions=source', '--inspect-port=0'],
    env: { ...process.env, GRADSCHOOL_WORD: words.environment },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc', ...between, inherited],
  });
}

async function attend(child: ChildProcess, order: Order): Promise<Result | undefined> {
  const enough = new AbortController();
  const timer = setTimeout(() => enough.abort(), DEADLINE_MS);
  const { signal } = enough;
  try {
    child.send(order);
    const answered = once(child, 'message', { signal });
    const ended = once(child, 'exit', { signal }).then(() => []);
    const [result] = (await Promise.race([answered, ended])) as [Result?];
    return result;
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
    enough.abort();
  }
}
