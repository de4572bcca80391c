import type { Level } from '../model/report.ts';
import { openAt } from './open-at.ts';
import { probe } from './probe.ts';
import type { Session } from './session.ts';
import { Stage } from './stage.ts';
import type { Transpiled } from './transpile.ts';

export type { GuestModule, Session } from './session.ts';

/** `strong` demands a jail (level A, else B); `none` is for one's own code. */
export type Strength = 'strong' | 'none';

/** No level that was asked for holds on this machine. */
export class NoSandboxError extends Error {}

/** A place to run code that nobody trusts. Close it, or its folder and its guests stay behind. */
export interface Sandbox {
  level: Exclude<Level, 'C'>;
  /** A new guest; idle until it is asked something. */
  open(): Session;
  transpile(source: string): Promise<Transpiled>;
  close(): void;
}

export interface SandboxOptions {
  /** How long one call may take. */
  msPerCall?: number;
}

/** @throws NoSandboxError when this machine cannot confine as strongly as that */
export async function openSandbox(strength: Strength, options?: SandboxOptions): Promise<Sandbox> {
  const stage = new Stage();
  try {
    return openAt(strength === 'none' ? 'none' : await strongestLevel(stage), options, stage);
  } catch (error) {
    stage.remove();
    throw error;
  }
}

async function strongestLevel(stage: Stage): Promise<'A' | 'B'> {
  const reasons: string[] = [];
  for (const level of ['A', 'B'] as const) {
    const { holds, detail } = await probe(level, stage);
    if (holds) return level;
    reasons.push(`level ${level}: ${detail}`);
  }
  throw new NoSandboxError(
    `No sandbox holds on this machine (${reasons.join('; ')}).\n` +
      '  Install bubblewrap (apt-get install bubblewrap), or pass --sandbox none to grade only your own code.',
  );
}
