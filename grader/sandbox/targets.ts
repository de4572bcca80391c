import dgram from 'node:dgram';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import type { Attack, Targets } from './attacks.ts';
import { bystander } from './bystander.ts';
import type { Stage } from './stage.ts';

/** What the canary goes for, outside the sandbox. */
export interface LaidOut {
  targets: Targets;
  /** What was got at, as it is seen from here, whatever the canary says. */
  reached(): Promise<Attack[]>;
  remove(): void;
}

/** A target in place; it is removed when the canary has been. */
interface Target<At> {
  at: At;
  remove(): void;
}

/** Lays out targets that are there for the taking, so that nothing but the sandbox stops the canary. */
export async function layOutTargets(stage: Stage): Promise<LaidOut> {
  const seen = new Set<Attack>();
  const notice = (attack: Attack) => () => void seen.add(attack);
  const folder = openFolder(path.join(stage.folder, 'targets-'));
  const socketPath = path.join(folder.at, 'socket');
  const sibling = await bystander();
  const [tcp, byPath, abstract, udp] = await Promise.all([
    listener({ host: '127.0.0.1', port: 0 }, notice('connect by TCP')),
    listener({ path: socketPath, writableAll: true }, notice('connect to a socket by path')),
    process.platform === 'linux'
      ? listener({ path: `\0${socketPath}` }, notice('connect to an abstract socket'))
      : undefined,
    receiver(notice('send by UDP')),
  ]);
  const grader = signalled(notice('signal the grader'));
  const { port } = tcp.at as net.AddressInfo;
  return {
    targets: {
      ...{ folder: folder.at, socketPath, tcpPort: port, udpPort: udp.at },
      ...{ grader: grader.at, sibling: sibling.pid },
    },
    reached: async () => {
      if (existsSync(path.join(folder.at, 'written'))) seen.add('write a file');
      if (!(await sibling.isAlive())) seen.add('end another guest');
      return [...seen];
    },
    remove: () => {
      for (const target of [tcp, byPath, abstract, udp, sibling, grader, folder]) target?.remove();
    },
  };
}

function openFolder(prefix: string): Target<string> {
  const folder = mkdtempSync(prefix);
  chmodSync(folder, 0o777);
  writeFileSync(path.join(folder, 'secret'), 'secret');
  return { at: folder, remove: () => rmSync(folder, { recursive: true }) };
}

async function listener(where: net.ListenOptions, reached: () => void): Promise<Target<unknown>> {
  const server = net.createServer((socket) => {
    reached();
    socket.destroy();
  });
  await once(server.listen(where), 'listening');
  return { at: server.address(), remove: () => server.close() };
}

async function receiver(reached: () => void): Promise<Target<number>> {
  const socket = dgram.createSocket('udp4').on('message', reached);
  await once(socket.bind(0, '127.0.0.1'), 'listening');
  return { at: socket.address().port, remove: () => socket.close() };
}

function signalled(reached: () => void): Target<number> {
  process.on('SIGUSR1', reached);
  return { at: process.pid, remove: () => process.off('SIGUSR1', reached) };
}
