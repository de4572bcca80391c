import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import type { Level } from '../model/report.ts';
import { packagePath } from '../package.ts';
import { launch } from './launch.ts';
import { nodeProgram } from './program.ts';
import type { Stage } from './stage.ts';

/** What a level does not claim to prevent. */
const EXCEPTIONS: Record<Exclude<Level, 'C'>, string[]> = { A: [], B: ['start a process'], none: [] };
const TIME_LIMIT_MS = 10_000;

/**
 * Runs the canary at a level and returns what it managed to do; a level holds when that is nothing. No answer at
 * all means that the level cannot run here.
 */
export async function probe(
  level: Exclude<Level, 'C'>,
  stage: Stage,
): Promise<{ holds: boolean; detail: string }> {
  const listener = net.createServer((socket) => socket.destroy());
  try {
    await once(listener.listen(0, '127.0.0.1'), 'listening');
    const { port } = listener.address() as net.AddressInfo;
    const successes = (await attack(level, stage, port)).filter((name) => !EXCEPTIONS[level].includes(name));
    return {
      holds: successes.length === 0,
      detail: successes.map((name) => `a program in it could ${name}`).join('; '),
    };
  } catch (error) {
    return { holds: false, detail: `it does not run here (${(error as Error).message})` };
  } finally {
    listener.close();
  }
}

async function attack(level: Exclude<Level, 'C'>, stage: Stage, port: number): Promise<string[]> {
  const secret = path.join(stage.folder, 'secret');
  writeFileSync(secret, 'canary');
  const targets = [secret, `${port}`, stage.folder, `${process.pid}`];
  const canary = packagePath('dist/grader/sandbox/canary.cjs');
  const running = launch(nodeProgram(process.execPath, canary, targets), level, stage);
  const timer = setTimeout(() => running.kill(), TIME_LIMIT_MS);
  const [answer] = await Promise.all([text(running.output).catch(() => ''), running.ended]);
  clearTimeout(timer);
  if (answer === '') throw new Error(running.stderr().trim().split('\n').at(-1) || 'no answer');
  return JSON.parse(answer) as string[];
}
