import { type ChildProcess, spawn } from 'node:child_process';
import type { Socket } from 'node:net';
import type { Duplex, Readable, Writable } from 'node:stream';
import type { Level } from '../model/report.ts';
import { CONFINEMENTS, type Command } from './confinements.ts';
import { withDescriptors } from './descriptors.ts';
import { lifelineOf, onLifeline } from './lifeline.ts';
import { watchMemory } from './memory-watch.ts';
import { processorMs } from './processor-time.ts';
import type { Program } from './program.ts';
import type { Stage } from './stage.ts';

const MAX_STDERR = 8192;

/** How a program ended; one that held too much memory may have been ended by the grader. */
export interface End {
  code: number | null;
  signal: string | null;
  outOfMemory: boolean;
}

/** A confined program that runs; `input` and `output` are its descriptors 3 and 4. */
export interface Running {
  input: Duplex;
  output: Duplex;
  stdin: Writable | null;
  stdout: Readable | null;
  /** The first 8 KB of what it wrote to its standard error. */
  stderr(): string;
  /** How it ended; rejects when it could not be started. */
  ended: Promise<End>;
  /** Milliseconds of processor time used so far. */
  processorMs(): number;
  kill(): void;
}

/** Starts a program at a level. An idle one does not keep the grader alive. @throws when this machine cannot */
export function launch(program: Program, level: Level, stage: Stage): Running {
  const command = CONFINEMENTS[level](program, stage);
  const child = start(command, program);
  const ended = endOf(child, command.residentBytes);
  const [, , , input, output] = (child.stdio ?? []) as unknown as Socket[];
  const lifeline = (child.stdio ?? [])[lifelineOf(command)] as unknown as Socket | undefined;
  if (!input || !output || !lifeline) throw new Error('no program can be started: too many files are open');
  for (const stream of [input, output, lifeline]) stream.on('error', () => {});
  for (const handle of [child, input, output, lifeline, child.stderr as Socket]) handle.unref();
  child.on('exit', () => lifeline.destroy());
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

function start(command: Command, program: Program): ChildProcess {
  const { user } = command;
  const [file, ...args] = onLifeline(command);
  return withDescriptors(command, program, (stdio) =>
    spawn(file, args, {
      cwd: '/',
      ...(user && { uid: user, gid: user }),
      detached: true, // a session and a group of its own
      env: { PATH: '/usr/bin:/bin:/usr/sbin:/sbin' },
      stdio,
    }),
  );
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

function endOf(child: ChildProcess, residentBytes: number | undefined): Promise<End> {
  const ended = new Promise<End>((resolve, reject) => {
    let outOfMemory = false;
    const exceeded = () => {
      outOfMemory = true;
      killGroup(child);
    };
    if (residentBytes && child.pid) child.on('exit', watchMemory(child.pid, residentBytes, exceeded));
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal, outOfMemory }));
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
