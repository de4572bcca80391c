import type { Limits } from '../model/limits.ts';
import type { Level } from '../model/report.ts';
import { chooseLevel, type Find, type Strength } from './choice.ts';
import { thisMachine } from './machine.ts';
import { NoSandboxError } from './no-sandbox-error.ts';
import { openAt } from './open-at.ts';
import { type Finding, probe } from './probe.ts';
import type { Session } from './session.ts';
import { Stage } from './stage.ts';
import type { Transpiled } from './transpile.ts';

export type { Strength } from './choice.ts';
export { type Examination, examine } from './examine.ts';
export { exceptionsOf, LEVELS } from './levels.ts';
export { NoSandboxError } from './no-sandbox-error.ts';
export type { GuestModule, House, Session } from './session.ts';

/** A place to run code that nobody trusts. Close it, or its folder and its guests stay behind. */
export interface Sandbox {
  level: Level;
  /** A new guest; idle until it is asked something. */
  open(): Session;
  transpile(source: string): Promise<Transpiled>;
  close(): void;
}

export interface SandboxOptions {
  /** What a submission may use. */
  limits?: Limits;
  /** How many guests are kept alive, those in use counted, so that some wait when they are needed; none unless told. */
  guests?: number;
  /** How many will be needed, so that none is started for nobody in the end. */
  guestsInAll?: number;
}

/** What the canary found in this process, which asks it once. */
const findings = new Map<Level, Promise<Finding>>();

/** @throws NoSandboxError when this machine cannot confine as strongly as that */
export async function openSandbox(strength: Strength, options?: SandboxOptions): Promise<Sandbox> {
  const stage = new Stage();
  const find: Find = (level) => {
    const finding = findings.get(level) ?? probe(level, stage);
    findings.set(level, finding);
    return finding;
  };
  try {
    const choice = await chooseLevel(strength, find);
    if ('reasons' in choice) throw new NoSandboxError(strength, choice.reasons, thisMachine());
    return openAt(choice.level, options, stage);
  } catch (error) {
    stage.remove();
    throw error;
  }
}
