import { text } from 'node:stream/consumers';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Level } from '../model/report.ts';
import { packagePath } from '../package.ts';
import type { Attack, Targets } from './attacks.ts';
import { launch } from './launch.ts';
import { exceptionsOf } from './levels.ts';
import { nodeProgram } from './program.ts';
import type { Stage } from './stage.ts';
import { layOutTargets } from './targets.ts';

const TIME_LIMIT_MS = 10_000;

/** Whether a level confines on this machine, and if not, why. */
export interface Finding {
  holds: boolean;
  detail: string;
}

/**
 * Runs the canary at a level, which holds when all attacks but its exceptions have failed. No answer at all means that
 * the level cannot run here.
 */
export async function probe(level: Level, stage: Stage): Promise<Finding> {
  try {
    const exceptions = exceptionsOf(level).map(({ attack }) => attack);
    const holes = (await successfulAttacks(level, stage)).filter((attack) => !exceptions.includes(attack));
    return {
      holds: holes.length === 0,
      detail: holes.map((attack) => `a program in it could ${attack}`).join('; '),
    };
  } catch (error) {
    return { holds: false, detail: (error as Error).message };
  }
}

/** One level at a time: a signal does not say who sent it. @throws when the canary cannot run */
export async function successfulAttacks(level: Level, stage: Stage): Promise<Attack[]> {
  const { targets, reached, remove } = await layOutTargets(stage);
  try {
    const claimed = await releaseCanary(level, targets, stage);
    await nextTurn(); // for what has arrived in the meantime
    return [...new Set([...claimed, ...(await reached())])];
  } finally {
    remove();
  }
}

/**
 * @returns what the canary itself says that it managed to do. In a jail it runs without Node's permission model, which
 * would hide the jail's holes.
 */
async function releaseCanary(level: Level, targets: Targets, stage: Stage): Promise<Attack[]> {
  const canary = packagePath('dist/grader/sandbox/canary.cjs');
  const program = nodeProgram(process.execPath, canary, [JSON.stringify(targets)]);
  const running = launch({ ...program, permission: level === 'C' }, level, stage);
  const timer = setTimeout(() => running.kill(), TIME_LIMIT_MS);
  try {
    const [answer] = await Promise.all([text(running.output).catch(() => ''), running.ended]);
    if (answer === '') throw new Error(running.stderr().trim().split('\n').at(-1) || 'no answer');
    return JSON.parse(answer) as Attack[];
  } finally {
    clearTimeout(timer);
  }
}
