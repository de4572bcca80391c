import type { Level } from '../model/report.ts';
import { limited } from './limited.ts';
import { inNamespaces } from './namespaces.ts';
import { NOBODY, type Program } from './program.ts';
import { findCommand, type Stage } from './stage.ts';
import { visibleFiles } from './visible-files.ts';

/** A command line for `spawn`; descriptor 5 carries the filter when there is one. */
export interface Command {
  file: string;
  arguments: string[];
  filtered: boolean;
}

/** How a level runs a program; undefined when the machine lacks a tool for it. */
type Confinement = (program: Program, stage: Stage) => Command | undefined;

export const CONFINEMENTS: Record<Exclude<Level, 'C'>, Confinement> = {
  A: inBubblewrap,
  B: inNamespaces,
  none: unconfined,
};

/** Bubblewrap: own namespaces, an empty file system, and the filter of system calls (which is written for x64). */
function inBubblewrap(program: Program, stage: Stage): Command | undefined {
  const bwrap = findCommand('bwrap');
  if (!bwrap || process.arch !== 'x64') return undefined;
  const command = limited(program, [
    bwrap,
    ...(program.filtered ? ['--seccomp', '5'] : []),
    ...['--unshare-all', '--die-with-parent', '--clearenv', '--cap-drop', 'ALL'],
    ...['--uid', NOBODY, '--gid', NOBODY, '--hostname', 'guest'],
    ...visibleFiles(program, stage).flatMap(([inside, outside]) => ['--ro-bind', outside, inside]),
    '/program',
    ...program.arguments,
  ]);
  return command && { ...command, filtered: program.filtered };
}

/** No jail: only for one's own code. The limits of memory and processor hold where Linux has the tools for them. */
function unconfined(program: Program): Command {
  const outside = (argument: string) => program.files[argument] ?? argument;
  const [file, args] = [program.executable, program.arguments.map(outside)];
  return limited(program, [file, ...args], 'same user') ?? { file, arguments: args, filtered: false };
}
