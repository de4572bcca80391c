import { defaultLimits } from '../model/limits.ts';
import type { Level } from '../model/report.ts';
import { packagePath } from '../package.ts';
import { Guest } from './guest.ts';
import type { Sandbox, SandboxOptions } from './index.ts';
import { launch } from './launch.ts';
import { Pool } from './pool.ts';
import { nodeProgram } from './program.ts';
import { Session } from './session.ts';
import { Stage } from './stage.ts';
import { transpile } from './transpile.ts';

/** A sandbox of one level, whether that holds on this machine or not. */
export function openAt(
  level: Level,
  { limits = defaultLimits, guests = 0, guestsInAll = Number.POSITIVE_INFINITY }: SandboxOptions = {},
  stage = new Stage(),
): Sandbox {
  const program = nodeProgram(process.execPath, packagePath('dist/grader/sandbox/guest.cjs'), [], limits);
  const pool = new Pool(() => new Guest(launch(program, level, stage), limits), guests, guestsInAll);
  return {
    level,
    open: () => new Session(() => pool.take(), limits),
    transpile: (source) => transpile(source, level, stage),
    close: () => {
      pool.close();
      stage.remove();
    },
  };
}
