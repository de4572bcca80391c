import type { Command } from './confinements.ts';
import { LackError, requireCommand } from './find-command.ts';
import { NOBODY } from './guest-user.ts';
import { limited } from './limited.ts';
import { commandLine, type Program } from './program.ts';
import { hasFilter, seccompFilter } from './seccomp.ts';
import type { Stage } from './stage.ts';
import { visibleFiles } from './visible-files.ts';

/**
 * Level A: namespaces, a read-only file system that holds nothing but the program, and the filter of system calls.
 *
 * There is no /proc, no /dev and nothing that can be written to: each of them reopens holes. A new session is made
 * already when the command is started.
 */
export function inBubblewrap(program: Program, stage: Stage): Command {
  if (!hasFilter(process.arch)) throw new LackError(`there is no filter of system calls for ${process.arch}`);
  const command = limited(program, [
    requireCommand('bwrap'),
    ...['--seccomp', '5', '--unshare-all', '--die-with-parent', '--clearenv', '--cap-drop', 'ALL'],
    ...['--uid', `${NOBODY}`, '--gid', `${NOBODY}`, '--hostname', 'guest'],
    ...visibleFiles(program, stage).flatMap(([inside, outside]) => ['--ro-bind', outside, inside]),
    ...['--remount-ro', '/', '/program'],
    ...commandLine(program),
  ]);
  const filter = stage.write('filter.bpf', () => seccompFilter(process.arch as 'x64' | 'arm64'));
  return { ...command, filter };
}
