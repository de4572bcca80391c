/**
 * Tries, inside a jail, what a jail must prevent, and reports what worked. A level of the sandbox is used only when
 * its canary has come back with nothing.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import net from 'node:net';

const OUT = 4;
const SET_BY_THE_JAIL = ['PATH', 'PWD', 'OLDPWD', 'SHLVL', '_'];
const [secret, port, folder, parent] = process.argv.slice(2) as [string, string, string, string];

function works(attack: () => unknown): boolean {
  try {
    attack();
    return true;
  } catch {
    return false;
  }
}

function connects(): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect(Number(port), '127.0.0.1');
    socket.on('connect', () => resolve(true)).on('error', () => resolve(false));
  });
}

async function attacks(): Promise<Record<string, boolean>> {
  return {
    'read a file outside': works(() => readFileSync(secret)),
    'list the folder of the grader': works(() => readdirSync(folder)),
    'read the files of the system': works(() => readFileSync('/etc/passwd')),
    'write a file': [folder, '/tmp', ''].some((place) => works(() => writeFileSync(`${place}/canary`, ''))),
    'see the environment': Object.keys(process.env).some((name) => !SET_BY_THE_JAIL.includes(name)),
    // a small number may be a process of the jail's own
    'see the process of the grader': Number(parent) > 32 && works(() => process.kill(Number(parent), 0)),
    'start a process': spawnSync(process.execPath, ['--version']).error === undefined,
    'open a connection': await connects(),
  };
}

attacks().then((tried) => {
  writeSync(OUT, JSON.stringify(Object.keys(tried).filter((name) => tried[name])));
  process.exit(0);
});
