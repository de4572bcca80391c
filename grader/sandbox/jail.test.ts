import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, expect, test } from 'vitest';
import type { Level } from '../model/report.ts';
import type { Attack } from './attacks.ts';
import { launch } from './launch.ts';
import { exceptionsOf } from './levels.ts';
import { nodeProgram } from './program.ts';
import { Stage } from './stage.ts';
import { levelsHere } from './testing/levels.ts';

const stage = new Stage();
const socket = path.join(stage.folder, 'socket');
const listen = async (where: { port: number } | { path: string }) => {
  const server = net.createServer((connection) => connection.destroy());
  await once(server.listen(where), 'listening');
  return server;
};
const servers = await Promise.all([{ port: 0 }, { path: socket }, { path: `\0${socket}` }].map(listen));
afterAll(() => {
  for (const server of servers) server.close();
  stage.remove();
});

/** Which attacks work for a program that runs in the place of the guest. */
async function successes(level: Level): Promise<string[]> {
  writeFileSync(path.join(stage.folder, 'secret'), 'secret');
  const { port } = servers[0]!.address() as net.AddressInfo;
  const attacker = path.join(import.meta.dirname, 'testing/attacker.cjs');
  const targets = [stage.folder, `${port}`, socket, `${process.pid}`];
  const program = nodeProgram(process.execPath, attacker, targets);
  const running = launch({ ...program, permission: level === 'C' }, level, stage);
  const giveUp = setTimeout(() => running.kill(), 20_000);
  const said = await text(running.output);
  clearTimeout(giveUp);
  expect(said, running.stderr()).not.toBe('');
  return JSON.parse(said) as string[];
}

const confining = (await levelsHere()).filter((level) => level !== 'none');

/** Attacks on what an exception leaves open. That a jail may start processes does not mean that it may start sixty. */
const VARIANTS: Partial<Record<Attack, string[]>> = {
  'connect by TCP': ['connect by TCP', 'connect to the world', 'fetch'],
  'send by UDP': ['send by UDP'],
  'connect to a socket by path': ['connect to a socket by path'],
  'connect to an abstract socket': ['connect to an abstract socket'],
  'signal the grader': ['signal the grader', 'stop the grader'],
};

test.for(confining)('no attack leaves level %s but its exceptions', async (level) => {
  const open = exceptionsOf(level).flatMap(({ attack }) => VARIANTS[attack] ?? []);
  expect((await successes(level)).filter((attack) => !open.includes(attack))).toEqual([]);
});

test('the same attacks work without a jail, so they can be trusted', async () => {
  const worked = await successes('none');
  expect(worked).toEqual(
    expect.arrayContaining([
      'read /etc/passwd',
      'read /proc/self/mem',
      'create /tmp/…',
      'read through a URL',
      'connect by TCP',
      'connect to a socket by path',
      'connect to an abstract socket',
      'send by UDP',
      'signal the grader',
      'stop the grader',
    ]),
  );
});
