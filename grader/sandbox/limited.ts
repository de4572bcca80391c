import type { Command } from './confinements.ts';
import { requireCommand } from './find-command.ts';
import { guestUser } from './guest-user.ts';
import type { Program } from './program.ts';

/** A command that dies with the grader, as an unprivileged user, and whose resources are bounded. */
export function limited(program: Program, command: string[]): Command {
  const { cpuSeconds, addressBytes, dataBytes } = program.limits;
  return {
    file: requireCommand('setpriv'),
    arguments: [
      ...['--pdeathsig', 'KILL'],
      ...[requireCommand('prlimit'), '--core=0', '--fsize=0', '--nofile=64'],
      // first a signal that says so, then one that nobody can ignore
      ...[`--cpu=${cpuSeconds}:${cpuSeconds + 5}`, `--as=${addressBytes}`, `--data=${dataBytes}`],
      ...command,
    ],
    user: guestUser(),
  };
}
