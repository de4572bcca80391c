import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { chmodSync } from 'node:fs';
import { createServer, type ListenOptions, type Server } from 'node:net';

/** Sockets that wait for somebody who should not come. */
export interface Listeners {
  port: number;
  udpPort: number;
  /** How often somebody came since the last time this was asked. */
  contacts(): number;
  close(): void;
}

/** Listens by TCP and UDP, on a path, and on the abstract socket of the same name. */
export async function listen(path: string): Promise<Listeners> {
  let count = 0;
  const come = () => count++;
  const tcp = await serve({ port: 0, host: '127.0.0.1' }, come);
  const { port } = tcp.address() as { port: number };
  const udp = createSocket('udp4').on('message', come).bind(0, '127.0.0.1');
  await once(udp, 'listening');
  const byName = [await serve({ path }, come), await serve({ path: `\0${path}` }, come)];
  chmodSync(path, 0o777);
  const contacts = () => {
    const seen = count;
    count = 0;
    return seen;
  };
  const close = () => {
    for (const socket of [tcp, udp, ...byName]) socket.close();
  };
  return { port, udpPort: udp.address().port, contacts, close };
}

async function serve(where: ListenOptions, come: () => void): Promise<Server> {
  const server = createServer((connection) => {
    come();
    connection.on('error', () => {}).destroy();
  });
  await once(server.listen(where), 'listening');
  return server;
}
