import type { Level } from '../model/report.ts';
import { packagePath } from '../package.ts';
import { Guest } from './guest.ts';
import { launch } from './launch.ts';
import { probe } from './probe.ts';
import { nodeProgram } from './program.ts';
import { Session } from './session.ts';
import { Stage } from './stage.ts';
import { type Transpiled, transpile } from './transpile.ts';

export type { GuestModule, Session } from './session.ts';

/** `strong` demands a jail (level A, else B); `none` is for one's own code. */
export type Strength = 'strong' | 'none';

/** No level that was asked for holds on this machine. */
export class NoSandboxError extends Error {}

/** A place to run code that nobody trusts. Close it, or its folder stays behind. */
export interface Sandbox {
  level: Exclude<Level, 'C'>;
  /** A new guest; idle until it is asked something. */
  open(): Session;
  transpile(source: string): Promise<Transpiled>;
  close(): void;
}

export const MS_PER_CALL = 2000;

export async function openSandbox(strength: Strength): Promise<Sandbox> {
  const stage = new Stage();
  try {
    const level = strength === 'none' ? 'none' : await strongestLevel(stage);
    const guest = packagePath('dist/grader/sandbox/guest.cjs');
    return {
      level,
      open: () =>
        new Session(() => new Guest(launch(nodeProgram(process.execPath, guest), level, stage), MS_PER_CALL)),
      transpile: (source) => transpile(source, level, stage),
      close: () => stage.remove(),
    };
  } catch (error) {
    stage.remove();
    throw error;
  }
}

async function strongestLevel(stage: Stage): Promise<'A' | 'B'> {
  const canary = packagePath('dist/grader/sandbox/canary.cjs');
  const reasons: string[] = [];
  for (const level of ['A', 'B'] as const) {
    const { holds, detail } = await probe(level, canary, stage);
    if (holds) return level;
    reasons.push(`level ${level}: ${detail}`);
  }
  throw new NoSandboxError(
    `No sandbox holds on this machine (${reasons.join('; ')}).\n` +
      '  Install bubblewrap (apt-get install bubblewrap), or pass --sandbox none to grade only your own code.',
  );
}
