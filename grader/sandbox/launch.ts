import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, writeFileSync } from 'node:fs';
import type { Socket } from 'node:net';
import path from 'node:path';
import type { Duplex, Readable, Writable } from 'node:stream';
import type { Level } from '../model/report.ts';
import { CONFINEMENTS, type Command } from './levels.ts';
import { processorMs } from './processor-time.ts';
import type { Program } from './program.ts';
import { seccompFilter } from './seccomp.ts';
import type { Stage } from './stage.ts';

const MAX_STDERR = 8192;

/** A confined program that runs; `input` and `output` are its descriptors 3 and 4. */
export interface Running {
  input: Duplex;
  output: Duplex;
  stdin: Writable | null;
  stdout: Readable | null;
  /** The first 8 KB of what it wrote to its standard error. */
  stderr(): string;
  /** How it ended; rejects when it could not be started. */
  ended: Promise<{ code: number | null; signal: string | null }>;
  /** Milliseconds of processor time used so far. */
  processorMs(): number;
  kill(): void;
}

/** Starts a program at a level. An idle one does not keep the grader alive. @throws when this machine cannot */
export function launch(program: Program, level: Exclude<Level, 'C'>, stage: Stage): Running {
  const command = CONFINEMENTS[level](program, stage);
  if (!command) throw new Error(`level ${level} needs a tool that is not installed`);
  const child = start(command, program, stage);
  const ended = endOf(child);
  const [, , , input, output] = (child.stdio ?? []) as unknown as Socket[];
  if (!input || !output) throw new Error('no program can be started: too many files are open');
  for (const stream of [input, output]) stream.on('error', () => {});
  for (const handle of [child, input, output, child.stderr as Socket]) handle.unref();
  const kill = () => {
    killGroup(child);
    input.destroy();
    output.destroy();
  };
  stage.adopt(kill, ended);
  const { stdin, stdout } = child;
  const used = () => processorMs(child.pid ?? -1);
  return { input, output, stdin, stdout, stderr: capped(child), ended, processorMs: used, kill };
}

function start({ file, arguments: args, filtered }: Command, program: Program, stage: Stage): ChildProcess {
  const filter = filtered ? openSync(filterFile(stage), 'r') : undefined;
  const { stdin, stdout } = program;
  try {
    return spawn(file, args, {
      cwd: '/',
      detached: true, // a session and a group of its own
      env: { PATH: '/usr/bin:/bin:/usr/sbin:/sbin' },
      stdio: [stdin, stdout, 'pipe', 'pipe', 'pipe', ...(filter === undefined ? [] : [filter])],
    });
  } finally {
    if (filter !== undefined) closeSync(filter);
  }
}

function filterFile(stage: Stage): string {
  const file = path.join(stage.folder, 'filter.bpf');
  if (!existsSync(file)) writeFileSync(file, seccompFilter());
  return file;
}

/** With all that it has started: a jail that is killed while it comes up would leave half of itself running. */
function killGroup({ pid, exitCode, signalCode }: ChildProcess): void {
  if (pid === undefined || exitCode !== null || signalCode !== null) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // it has just ended by itself
  }
}

function endOf(child: ChildProcess): Running['ended'] {
  const ended: Running['ended'] = new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal }));
  });
  ended.catch(() => {}); // whoever waits for it will hear of it
  return ended;
}

/** Keeps reading, so that nobody blocks on a full pipe, but remembers only the beginning. */
function capped(child: ChildProcess): () => string {
  let text = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    if (text.length < MAX_STDERR) text += chunk.toString('utf8', 0, MAX_STDERR - text.length);
  });
  return () => text;
}
