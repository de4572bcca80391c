import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Duplex } from 'node:stream';
import type { Level } from '../model/report.ts';
import { CONFINEMENTS } from './levels.ts';
import type { Program } from './program.ts';
import { seccompFilter } from './seccomp.ts';
import type { Stage } from './stage.ts';

const MAX_STDERR = 8192;

/** A confined program that runs; `input` and `output` are its descriptors 3 and 4. */
export interface Running {
  process: ChildProcess;
  input: Duplex;
  output: Duplex;
  /** The first 8 KB of what it wrote to its standard error, for `--debug`. */
  stderr(): string;
}

/** Starts a program at a level. @throws when the level is not possible on this machine */
export function launch(program: Program, level: Exclude<Level, 'C'>, stage: Stage): Running {
  const command = CONFINEMENTS[level](program, stage);
  if (!command) throw new Error(`level ${level} needs a tool that is not installed`);
  const filter = command.filtered ? openSync(filterFile(stage), 'r') : undefined;
  try {
    const child = spawn(command.file, command.arguments, {
      cwd: '/',
      env: { PATH: '/usr/bin:/bin:/usr/sbin:/sbin' },
      stdio: [
        program.stdin,
        program.stdout,
        'pipe',
        'pipe',
        'pipe',
        ...(filter === undefined ? [] : [filter]),
      ],
    });
    return {
      process: child,
      input: child.stdio[3] as Duplex,
      output: child.stdio[4] as Duplex,
      stderr: capped(child),
    };
  } finally {
    if (filter !== undefined) closeSync(filter);
  }
}

function filterFile(stage: Stage): string {
  const file = path.join(stage.folder, 'filter.bpf');
  if (!existsSync(file)) writeFileSync(file, seccompFilter());
  return file;
}

/** Keeps reading, so that nobody blocks on a full pipe, but remembers only the beginning. */
function capped(child: ChildProcess): () => string {
  let text = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    if (text.length < MAX_STDERR) text += chunk.toString('utf8', 0, MAX_STDERR - text.length);
  });
  return () => text;
}
