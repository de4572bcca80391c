import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { residentBytes, watchMemory } from './memory-watch.ts';

const MEGABYTE = 1_000_000;
const hold = (megabytes: number) =>
  spawn(process.execPath, [
    '-e',
    `const held = Buffer.alloc(${megabytes * MEGABYTE}, 1); setInterval(() => held, 1e6); console.log('held')`,
  ]);

test('what buffers hold is seen from outside', async () => {
  const child = hold(300);
  await once(child.stdout, 'data');
  expect(await residentBytes(child.pid!)).toBeGreaterThan(300 * MEGABYTE);
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(await residentBytes(child.pid!)).toBe(0);
});

test('a process that holds too much is noticed, one below the limit is not', async () => {
  const child = hold(300);
  const noticed: number[] = [];
  const stops = [150, 3000].map((megabytes) =>
    watchMemory(child.pid!, megabytes * MEGABYTE, () => {
      noticed.push(megabytes);
      child.kill('SIGKILL');
    }),
  );
  await once(child, 'exit');
  for (const stop of stops) stop();
  expect(new Set(noticed)).toEqual(new Set([150]));
});
