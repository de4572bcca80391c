import type { Command } from './confinements.ts';
import { requireCommand } from './find-command.ts';
import { NOBODY, type Program } from './program.ts';

/**
 * A command that dies with the grader, as an unprivileged user when the grader is root, and whose resources are
 * bounded.
 */
export function limited(
  program: Program,
  command: string[],
  user: 'same user' | 'nobody' = 'nobody',
): Command {
  const { cpuSeconds, addressBytes, dataBytes } = program.limits;
  const asNobody = user === 'nobody' && process.getuid?.() === 0;
  return {
    file: requireCommand('setpriv'),
    arguments: [
      ...['--pdeathsig', 'KILL'],
      ...(asNobody ? [`--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups'] : []),
      ...[requireCommand('prlimit'), '--core=0', '--fsize=0', '--nofile=64'],
      ...[`--cpu=${cpuSeconds}`, `--as=${addressBytes}`, `--data=${dataBytes}`],
      ...command,
    ],
  };
}
