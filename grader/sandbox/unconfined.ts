import { realpathSync } from 'node:fs';
import type { Command } from './confinements.ts';
import { findCommand, LackError } from './find-command.ts';
import { guestUser } from './guest-user.ts';
import { limited } from './limited.ts';
import { NODE_MAJOR } from './node-major.ts';
import { commandLine, type Program } from './program.ts';
import type { Stage } from './stage.ts';

/** Level C: Node keeps itself from files and processes. A user of its own and limits where the system has them. */
export function underPermission(program: Program, stage: Stage): Command {
  if (NODE_MAJOR < 24) throw new LackError(`Node ${NODE_MAJOR} has no permission model that would do`);
  return { ...unjailed(program, (file) => stage.place(file)), user: guestUser() };
}

/** No confinement: only for one's own code. The limits of memory and processor hold where Linux has the tools for them. */
export function unconfined(program: Program): Command {
  return { ...unjailed({ ...program, permission: false }, realpathSync), user: undefined };
}

function unjailed(program: Program, place: (file: string) => string): Command {
  const script = program.script && place(program.script);
  const [file, args] = [place(program.executable), commandLine(program, script)];
  const hasTools = findCommand('setpriv') !== undefined && findCommand('prlimit') !== undefined;
  const command = hasTools ? limited(program, [file, ...args]) : { file, arguments: args };
  return { ...command, residentBytes: program.limits.residentBytes };
}
