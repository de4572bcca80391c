import type { Command } from './levels.ts';
import { NOBODY, type Program } from './program.ts';
import { findCommand } from './stage.ts';

/**
 * A command that dies with the grader, as an unprivileged user when the grader is root, and whose resources are
 * bounded. Undefined when the machine lacks the tools.
 */
export function limited(
  program: Program,
  command: string[],
  user: 'same user' | 'nobody' = 'nobody',
): Command | undefined {
  const [setpriv, prlimit] = [findCommand('setpriv'), findCommand('prlimit')];
  if (!setpriv || !prlimit) return undefined;
  const { cpuSeconds, addressBytes, dataBytes } = program.limits;
  const asNobody = user === 'nobody' && process.getuid?.() === 0;
  return {
    file: setpriv,
    arguments: [
      ...['--pdeathsig', 'KILL'],
      ...(asNobody ? ['--reuid', NOBODY, '--regid', NOBODY, '--clear-groups'] : []),
      ...[prlimit, '--core=0', '--fsize=0', '--nofile=64'],
      ...[`--cpu=${cpuSeconds}`, `--as=${addressBytes}`, `--data=${dataBytes}`],
      ...command,
    ],
    filtered: false,
  };
}
