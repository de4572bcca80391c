import { realpathSync } from 'node:fs';
import type { Command } from './confinements.ts';
import { findCommand, LackError } from './find-command.ts';
import { limited } from './limited.ts';
import { NODE_MAJOR } from './node-major.ts';
import { commandLine, type Program } from './program.ts';
import type { Stage } from './stage.ts';

/** Level C: Node keeps itself from files and processes. A user of its own and limits where the system has the tools. */
export function underPermission(program: Program, stage: Stage): Command {
  if (NODE_MAJOR < 24) throw new LackError(`Node ${NODE_MAJOR} has no permission model that would do`);
  return unjailed(program, 'nobody', (file) => stage.place(file));
}

/** No confinement: only for one's own code. The limits of memory and processor hold where Linux has the tools for them. */
export function unconfined(program: Program): Command {
  return unjailed({ ...program, permission: false }, 'same user', realpathSync);
}

function unjailed(program: Program, user: 'same user' | 'nobody', place: (file: string) => string): Command {
  const script = program.script && place(program.script);
  const command = [place(program.executable), ...commandLine(program, script)];
  const hasTools = findCommand('setpriv') !== undefined && findCommand('prlimit') !== undefined;
  const [file, ...rest] = command as [string, ...string[]];
  const { residentBytes } = program.limits;
  return { ...(hasTools ? limited(program, command, user) : { file, arguments: rest }), residentBytes };
}
