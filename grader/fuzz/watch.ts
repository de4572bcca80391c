import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { packagePath } from '../package.ts';
import { readCurrentInput } from './current-input.ts';
import type { Progress } from './explore.ts';
import { type Finding, keep } from './findings.ts';
import { judge } from './judge.ts';
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
