import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import type { Level } from '../model/report.ts';
import { launch } from './launch.ts';
import { nodeProgram } from './program.ts';
import type { Stage } from './stage.ts';

export type Confining = 'A' | 'B';

/** What a level does not claim to prevent. */
const EXCEPTIONS: Record<Confining, string[]> = { A: [], B: ['start a process'] };
const TIME_LIMIT_MS = 5000;

/**
 * Runs the canary at a level and returns what it managed to do; a level holds when that is nothing. No answer at
 * all means that the level cannot run here.
 */
export async function probe(
  level: Confining,
  canary: string,
  stage: Stage,
): Promise<{ holds: boolean; detail: string }> {
  const secret = path.join(stage.folder, 'secret');
  writeFileSync(secret, 'canary');
  const listener = net.createServer((socket) => socket.destroy()).listen(0, '127.0.0.1');
  await once(listener, 'listening');
  try {
    const { port } = listener.address() as net.AddressInfo;
    const attacks = await attack(level, canary, stage, [secret, `${port}`, stage.folder, `${process.pid}`]);
    const successes = attacks.filter((name) => !EXCEPTIONS[level].includes(name));
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

async function attack(
  level: Level & Confining,
  canary: string,
  stage: Stage,
  targets: string[],
): Promise<string[]> {
  const running = launch(nodeProgram(process.execPath, canary, targets), level, stage);
  const timer = setTimeout(() => running.process.kill('SIGKILL'), TIME_LIMIT_MS);
  running.process.on('error', () => running.output.destroy());
  const answer = await text(running.output).catch(() => '');
  clearTimeout(timer);
  if (answer === '') throw new Error(running.stderr().trim().split('\n').at(-1) || 'no answer');
  return JSON.parse(answer) as string[];
}
