import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { processorMs } from '../sandbox/processor-time.ts';
import { readCurrentInput } from './current-input.ts';
import type { Limits } from './target.ts';

const LOOK_EVERY_MS = 100;

/** Looks at the process from time to time; `stop` says why it was ended, if it was. */
export function judge(child: ChildProcess, current: string, limits: Limits): { stop(): string | undefined } {
  let why: string | undefined;
  let since = { number: 0, used: 0 };
  const timer = setInterval(() => {
    const number = readCurrentInput(current)?.number ?? 0;
    const used = processorMs(child.pid!);
    if (number !== since.number) since = { number, used };
    why ??= excess(number > 0 ? used - since.used : 0, residentMegabytes(child.pid!), limits);
    if (why) child.kill('SIGKILL');
  }, LOOK_EVERY_MS);
  return {
    stop() {
      clearInterval(timer);
      return why;
    },
  };
}

function excess(ms: number, megabytes: number, limits: Limits): string | undefined {
  if (Number.isFinite(ms) && ms > limits.ms) return `it runs for more than ${limits.ms} ms`;
  return megabytes > limits.megabytes ? `it takes more than ${limits.megabytes} MB` : undefined;
}

/** Nothing where /proc does not tell. */
function residentMegabytes(pid: number): number {
  try {
    const pages = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]);
    return (pages * 4096) / 1e6;
  } catch {
    return 0;
  }
}
