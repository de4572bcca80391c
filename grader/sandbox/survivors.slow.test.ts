import { once } from 'node:events';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, describe, expect, test } from 'vitest';
import { Stage } from './stage.ts';
import { alive, graderProcess } from './testing/grader-process.ts';
import { impostor } from './testing/impostor.ts';
import { levelsHere } from './testing/levels.ts';

const stage = new Stage();
afterAll(() => stage.remove());

let markers = 0;
const newMarker = () => `gradschool-marker-${process.pid}-${markers++}-`;

async function until(holds: () => boolean): Promise<boolean> {
  const deadline = performance.now() + 1000;
  while (!holds() && performance.now() < deadline) await pause(10);
  return holds();
}

const levels = await levelsHere();

describe.for(levels)('at level %s', (level) => {
  test.for([
    ['spins', 'for (;;);'],
    [
      'ignores signals',
      'for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"]) process.on(signal, () => {}); setInterval(() => {}, 9); for (;;);',
    ],
    ['waits', 'nap(1e9)'],
  ])('nothing is left of a killed guest that %s', async ([, code]) => {
    const marker = newMarker();
    const running = impostor(`say(HELLO); ${code}`, level, stage, marker);
    await once(running.output, 'data');
    expect(alive(marker).length).toBeGreaterThan(0);
    running.kill();
    expect(await until(() => alive(marker).length === 0)).toBe(true);
  });

  test('nothing is left of guests that are killed while they start', async () => {
    const marker = newMarker();
    const kills = Array.from({ length: 40 }, async (_, i) => {
      await pause(20 * i);
      const running = impostor('for (;;);', level, stage, marker);
      await pause(i / 4);
      running.kill();
      await running.ended;
    });
    await Promise.all(kills);
    expect(await until(() => alive(marker).length === 0)).toBe(true);
  });

  test('nothing is left when the grader is killed with -9', async () => {
    const marker = newMarker();
    const { child, line: folder } = await graderProcess(`
      setInterval(() => {}, 1000);
      const { writeFileSync } = await import('node:fs');
      const stage = new Stage();
      const script = stage.folder + '/spin.cjs';
      writeFileSync(script, 'require("fs").writeSync(4, "up"); for (;;);');
      const guests = [0, 1].map(() => launch(nodeProgram(process.execPath, script, ['${marker}']), '${level}', stage));
      await Promise.all(guests.map(({ output }) => new Promise((resolve) => output.once('data', resolve))));
      console.log(stage.folder);`);
    expect(alive(marker).length).toBeGreaterThan(2);
    child.kill('SIGKILL');
    await once(child, 'exit');
    rmSync(folder, { recursive: true }); // nobody else could
    expect(await until(() => alive(marker).length === 0)).toBe(true);
  });

  test('nothing is left when the grader is killed with -9 in the milliseconds in which guests start', async () => {
    const marker = newMarker();
    for (const moment of [0, 4, 8, 12, 18, 26, 40, 70]) {
      const { child, line: folder } = await graderProcess(`
        setInterval(() => {}, 1000);
        const stage = new Stage();
        const script = stage.write('wait.cjs', () => Buffer.from('require("fs").readSync(3, Buffer.alloc(1))'));
        console.log(stage.folder);
        for (let i = 0; i < 4; i++) launch(nodeProgram(process.execPath, script, ['${marker}']), '${level}', stage);`);
      await pause(moment);
      child.kill('SIGKILL');
      await once(child, 'exit');
      rmSync(folder, { recursive: true });
    }
    expect(await until(() => alive(marker).length === 0)).toBe(true);
  });

  test('an idle guest does not keep the grader alive, nor does its folder stay', async () => {
    const { child, line } = await graderProcess(`
      const stage = new Stage();
      const session = openAt('${level}', {}, stage).open();
      const code = 'exports.f = () => 1';
      const asked = session.subject([{ id: 'm', role: 'submission', engine: true, code }]).call('f', [[]]);
      const [{ value }] = await asked;
      console.log(JSON.stringify({ value, folder: stage.folder }));`);
    const { value, folder } = JSON.parse(line) as { value: number; folder: string };
    expect(value).toBe(1);
    const [code] = child.exitCode === null ? await once(child, 'exit') : [child.exitCode];
    expect(code).toBe(0);
    expect(existsSync(folder)).toBe(false);
  });
});

test.for(levels.filter((level) => level === 'B'))(
  'orphans of a guest die with it at level %s',
  async (level) => {
    const marker = newMarker();
    const running = impostor(
      `const { spawn } = require('node:child_process');
     spawn('/program', ['-e', 'for (;;);', '${marker}'], { detached: true, stdio: [2, 2, 2] }).unref();
     say(HELLO); process.exit(0);`,
      level,
      stage,
    );
    await running.ended;
    expect(await until(() => alive(marker).length === 0)).toBe(true);
  },
);

test.for(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  'the folder is removed on %s, which still ends the grader',
  async (signal) => {
    const { child, line: folder } = await graderProcess(
      'new Stage(); const stage = new Stage(); console.log(stage.folder); setInterval(() => {}, 1000);',
    );
    expect(existsSync(folder)).toBe(true);
    child.kill(signal);
    expect(await once(child, 'exit')).toEqual([null, signal]);
    expect(existsSync(folder)).toBe(false);
  },
);

test('guests leave no descriptors behind', async () => {
  const open = () => readdirSync('/proc/self/fd').length;
  const before = open();
  const guests = Array.from({ length: 8 }, () => impostor('say(HELLO); nap(1e9)', levels[0]!, stage));
  await Promise.all(guests.map(({ output }) => once(output, 'data')));
  expect(open()).toBeGreaterThan(before);
  for (const running of guests) running.kill();
  await Promise.all(guests.map(({ ended }) => ended));
  expect(await until(() => open() <= before)).toBe(true);
});

test('a grader without descriptors to spare is told so, and lives on', async () => {
  const { line, child } = await graderProcess(
    `const sandbox = openAt('none');
     let message;
     const modules = [{ id: 'm', role: 'submission', engine: true, code: '' }];
     for (let i = 0; i < 100 && message === undefined; i++) {
       sandbox.open().load(modules).catch((error) => { message ??= error.message });
       await new Promise(setImmediate);
     }
     sandbox.close();
     console.log(message);`,
    'prlimit',
    '--nofile=300',
  );
  expect(line).toMatch(/too many files are open|EMFILE/);
  const [code] = child.exitCode === null ? await once(child, 'exit') : [child.exitCode];
  expect(code).toBe(0);
});
