/**
 * Tries, inside the sandbox, what it must prevent, and reports what worked. A level is used only when its canary has
 * come back with nothing but that level's exceptions.
 */
import { spawnSync } from 'node:child_process';
import dgram from 'node:dgram';
import { accessSync, constants, readdirSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import net from 'node:net';
import type { Attack, Targets } from '../attacks.ts';

const OUT = 4;
const SET_BY_THE_JAIL = ['PATH', 'PWD', 'OLDPWD', 'SHLVL', '_'];
const { folder, tcpPort, udpPort, socketPath, grader, sibling } = JSON.parse(process.argv[2]!) as Targets;

async function works(attempt: () => unknown): Promise<boolean> {
  try {
    return (await attempt()) !== false;
  } catch {
    return false;
  }
}

function isWritable(place: string): boolean {
  try {
    accessSync(place, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function connect(where: net.NetConnectOpts): Promise<void> {
  return new Promise((resolve, reject) => {
    net.connect(where).on('connect', resolve).on('error', reject);
  });
}

function send(): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = dgram.createSocket('udp4').on('error', reject);
    socket.send('canary', udpPort, '127.0.0.1', (error) => (error ? reject(error) : resolve()));
  });
}

/** Whoever gets this signal is ended by it, but for this process: in a jail the number may be its own. */
function signal(pid: number, name: 'SIGUSR1' | 'SIGUSR2'): false {
  process.on(name, () => {});
  process.kill(pid, name);
  return false; // whether it arrived is seen outside
}

/** An attack fails when it throws, or is `false`. */
const ATTEMPTS: Record<Attack, () => unknown> = {
  'read a file of the grader': () => readFileSync(`${folder}/secret`),
  'read a file of the system': () => readFileSync('/etc/passwd'),
  'list a folder of the grader': () => readdirSync(folder),
  'write a file': async () =>
    (await works(() => writeFileSync(`${folder}/written`, ''))) || ['/', '/tmp'].some(isWritable),
  'see the environment of the grader': () =>
    Object.keys(process.env).some((name) => !SET_BY_THE_JAIL.includes(name)) ||
    readFileSync(`/proc/${grader}/environ`),
  'see the process of the grader': () => readFileSync(`/proc/${grader}/cmdline`),
  'start a process': () => spawnSync(process.execPath, ['--version']).error === undefined,
  'connect by TCP': () => connect({ host: '127.0.0.1', port: tcpPort }),
  'send by UDP': send,
  'connect to a socket by path': () => connect({ path: socketPath }),
  'connect to an abstract socket': () => connect({ path: `\0${socketPath}` }),
  'signal the grader': () => signal(grader, 'SIGUSR1'),
  'end another guest': () => signal(sibling, 'SIGUSR2'),
};

async function successes(): Promise<string[]> {
  const names = Object.keys(ATTEMPTS) as Attack[];
  const worked = await Promise.all(names.map((name) => works(ATTEMPTS[name])));
  return names.filter((_, i) => worked[i]);
}

successes().then((names) => {
  writeSync(OUT, JSON.stringify(names));
  process.exit(0);
});
