import type { Limits } from '../model/limits.ts';
import type { Level } from '../model/report.ts';
import { Guest } from '../sandbox/guest.ts';
import type { Sandbox } from '../sandbox/index.ts';
import { launch, type Running } from '../sandbox/launch.ts';
import { nodeProgram } from '../sandbox/program.ts';
import { Session } from '../sandbox/session.ts';
import { Stage } from '../sandbox/stage.ts';
import { transpile } from '../sandbox/transpile.ts';

/** A sandbox of which every guest is a script of ours, and what these guests wrote to their standard error. */
export interface AttackedSandbox extends Sandbox {
  said(): string;
}

export function openAttacked(level: Level, limits: Limits, script: string, token: string): AttackedSandbox {
  const stage = new Stage();
  const started: Running[] = [];
  // in a jail without Node's permission model, which would hide the holes of the jail
  const program = { ...nodeProgram(process.execPath, script, [token], limits), permission: level === 'C' };
  const startGuest = () => {
    const running = launch(program, level, stage);
    started.push(running);
    return new Guest(running, limits);
  };
  return {
    level,
    open: () => new Session(startGuest, limits),
    transpile: (source) => transpile(source, level, stage),
    close: stage.remove,
    said: () => started.map(({ stderr }) => stderr()).join(''),
  };
}
