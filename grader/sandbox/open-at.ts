import type { Level } from '../model/report.ts';
import { packagePath } from '../package.ts';
import { Guest } from './guest.ts';
import type { Sandbox, SandboxOptions } from './index.ts';
import { launch } from './launch.ts';
import { nodeProgram } from './program.ts';
import { Session } from './session.ts';
import { Stage } from './stage.ts';
import { transpile } from './transpile.ts';

const MS_PER_CALL = 2000;

/** A sandbox of one level, whether that holds on this machine or not. */
export function openAt(
  level: Level,
  { msPerCall = MS_PER_CALL }: SandboxOptions = {},
  stage = new Stage(),
): Sandbox {
  const program = nodeProgram(process.execPath, packagePath('dist/grader/sandbox/guest.cjs'));
  const startGuest = () => new Guest(launch(program, level, stage), msPerCall);
  return {
    level,
    open: () => new Session(startGuest),
    transpile: (source) => transpile(source, level, stage),
    close: stage.remove,
  };
}
