import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { packagePath } from '../package.ts';
import { processorMs } from '../sandbox/processor-time.ts';
import { readCurrentInput } from './current-input.ts';
import type { Progress } from './explore.ts';
import { type Finding, keep } from './findings.ts';
import type { Limits } from './target.ts';

/** What a process explores, and for how long. */
export interface Job {
  /** A module with a table `TARGETS`. */
  module: string;
  target: string;
  seed: number;
  ms: number;
  /** The file of the current input. */
  current: string;
  /** Where findings go. */
  folder: string;
  /** So many findings are enough. */
  enough: number;
}

export interface Watched {
  progress: Progress | undefined;
  findings: Finding[];
}

const LOOK_EVERY_MS = 100;

/** Explores a target in a process of its own, and ends it when one input takes too long or too much. */
export async function watch(what: Omit<Job, 'current'>, limits: Limits): Promise<Watched> {
  const scratch = mkdtempSync(path.join(tmpdir(), 'gradschool-fuzz-'));
  const job: Job = { ...what, current: path.join(scratch, 'current') };
  const watched: Watched = { progress: undefined, findings: [] };
  const child = start(job);
  const ended = endOf(child);
  listen(child.stdout!, watched);
  const judgement = judge(child, job.current, limits);
  const death = await ended;
  const why = judgement.stop() ?? death;
  if (why) watched.findings.push(keep(job, lastInput(job, why), why));
  rmSync(scratch, { recursive: true });
  return watched;
}

function lastInput({ target, current }: Job, why: string): Uint8Array {
  const last = readCurrentInput(current);
  if (!last) throw new Error(`${target} did not start: ${why}`);
  return last.input;
}

function start(job: Job): ChildProcess {
  const flags = ['--import', 'tsx', '--conditions=source', '--max-old-space-size=512'];
  const script = path.join(import.meta.dirname, 'run-target.ts');
  return spawn(process.execPath, [...flags, script, JSON.stringify(job)], {
    cwd: packagePath(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Nothing when all went well, else how it ended, in the words of its last line. */
async function endOf(child: ChildProcess): Promise<string | undefined> {
  const [said, [code, signal]] = await Promise.all([text(child.stderr!), once(child, 'close')]);
  if (code === 0) return undefined;
  const error = /^\w*Error: .*/m.exec(said)?.[0];
  return `the process died (${signal ?? code})${error ? `: ${error}` : ''}`;
}

function listen(stdout: Readable, watched: Watched): void {
  createInterface({ input: stdout }).on('line', (line) => {
    const { progress, finding } = JSON.parse(line) as { progress?: Progress; finding?: Finding };
    if (progress) watched.progress = progress;
    if (finding) watched.findings.push(finding);
  });
}

/** Looks at the process from time to time; `stop` says why it was ended, if it was. */
function judge(child: ChildProcess, current: string, limits: Limits): { stop(): string | undefined } {
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
