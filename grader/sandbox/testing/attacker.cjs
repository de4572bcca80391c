/**
 * Runs in the place of a guest, with all of Node, and reports which attacks worked. The canary asks whether there is
 * a jail; this asks how good it is.
 */
const { spawn } = require('node:child_process');
const dgram = require('node:dgram');
const fs = require('node:fs');
const net = require('node:net');
const path = require('node:path');

const [folder, port, socket, grader] = process.argv.slice(2);
const refused = () => false;

const connect = (options) =>
  new Promise((resolve) => {
    net
      .connect(options)
      .on('connect', () => resolve(true))
      .on('error', () => resolve(false));
  });

const send = () =>
  new Promise((resolve) => {
    const udp = dgram.createSocket('udp4').on('error', () => resolve(false));
    udp.send('x', Number(port), '127.0.0.1', (error) => resolve(!error));
  });

function startMany() {
  const options = { stdio: [2, 2, 2], detached: true };
  const start = () => {
    try {
      return spawn('/program', ['-e', 'for (;;);'], options).on('error', () => {}).pid !== undefined;
    } catch {
      return false;
    }
  };
  return Array.from({ length: 60 }, start).filter(Boolean).length;
}

/** Descriptors over 4 that lead out of this process: none is of Node's own making. */
function inherited() {
  return Array.from({ length: 59 }, (_, i) => i + 5).some((fd) => {
    try {
      const file = fs.fstatSync(fd);
      return file.isFile() || file.isDirectory() || file.isSocket();
    } catch {
      return false;
    }
  });
}

const readable = [
  '/etc/passwd',
  '/etc/hosts',
  '/proc/self/environ',
  '/proc/self/mem',
  '/proc/1/cmdline',
  '/dev/zero',
  '/sys/kernel',
  `${folder}/secret`,
];
const creatable = ['', '/tmp', '/dev/shm', '/lib', '/lib64', folder].map(
  (place) => `${place}/attacker-${process.pid}`,
);

function create(file) {
  fs.closeSync(fs.openSync(file, 'ax'));
  fs.unlinkSync(file);
}

const known = ['PATH', 'PWD', 'OLDPWD', 'SHLVL', '_'];

const attacks = {
  ...Object.fromEntries(readable.map((file) => [`read ${file}`, () => fs.openSync(file, 'r')])),
  ...Object.fromEntries(creatable.map((file) => [`create ${path.dirname(file)}/…`, () => create(file)])),
  'change the program': () => fs.openSync('/program', 'r+'),
  'change the script': () => fs.openSync('/script.cjs', 'r+'),
  'read through a URL': () => fs.readFileSync(new URL('file:///etc/passwd')),
  'read through a Buffer': () => fs.readFileSync(Buffer.from('/etc/../etc/passwd')),
  'link a file': () => fs.symlinkSync('/etc/passwd', `${folder}/link`) ?? fs.unlinkSync(`${folder}/link`),
  'see the environment': () => Object.keys(process.env).some((name) => !known.includes(name)),
  'hold a descriptor of the grader': inherited,
  'connect by TCP': () => connect({ host: '127.0.0.1', port: Number(port) }),
  'connect to the world': () => connect({ host: '1.1.1.1', port: 53 }),
  'connect to a socket by path': () => connect({ path: socket }),
  'connect to an abstract socket': () => connect({ path: `\0${socket}` }),
  'send by UDP': send,
  fetch: () => fetch(`http://127.0.0.1:${port}`).catch(refused),
  // a small number may be a process of the jail's own
  'signal the grader': () => Number(grader) > 64 && process.kill(Number(grader), 0),
  'stop the grader': () => Number(grader) > 64 && process.kill(Number(grader), 'SIGUSR1'),
  'become root': () => process.setgid(0) ?? process.setuid(1) ?? process.setuid(0),
  'load a library': () => process.dlopen({ exports: {} }, `${folder}/secret`),
  'start 60 processes': () => startMany() > 40,
};

async function worked([, attack]) {
  try {
    return (await attack()) !== false;
  } catch {
    return false;
  }
}

(async () => {
  const successes = [];
  for (const attack of Object.entries(attacks)) if (await worked(attack)) successes.push(attack[0]);
  fs.writeSync(4, JSON.stringify(successes));
  process.exit(0);
})();
