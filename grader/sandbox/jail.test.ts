import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, expect, test } from 'vitest';
import type { Level } from '../model/report.ts';
import { launch } from './launch.ts';
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
  const running = launch(nodeProgram(process.execPath, attacker, targets), level, stage);
  const giveUp = setTimeout(() => running.kill(), 20_000);
  const said = await text(running.output);
  clearTimeout(giveUp);
  expect(said, running.stderr()).not.toBe('');
  return JSON.parse(said) as string[];
}

const jails = (await levelsHere()).filter((level) => level !== 'none');

test.for(jails)('no attack leaves the jail of level %s', async (level) => {
  expect(await successes(level)).toEqual([]);
});

test('the same attacks work without a jail, so they can be trusted', async () => {
  process.once('SIGUSR1', () => {}); // or Node would open its inspector
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
