import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { buildSync } from 'esbuild';
import { afterAll, describe, expect, it } from 'vitest';
import { seededRng, tensor } from '#autograd';
import { loadTensors, saveTensors } from '#autograd/files';

const folder = mkdtempSync(path.join(tmpdir(), 'gradschool-kill-'));
afterAll(() => rmSync(folder, { recursive: true }));

const saver = path.join(folder, 'saver.mjs');
buildSync({
  entryPoints: [new URL('testing/saver.ts', import.meta.url).pathname],
  outfile: saver,
  bundle: true,
  platform: 'node',
  format: 'esm',
  conditions: ['source'],
});

/** Lets it save once at least, and kills it after so many milliseconds more. */
async function killed(file: string, milliseconds: number): Promise<void> {
  const child = spawn(process.execPath, [saver, file], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  await setTimeout(milliseconds);
  child.kill('SIGKILL');
  await once(child, 'close');
}

describe.skipIf(process.platform === 'win32')('a process that saves over and over', () => {
  it('leaves a whole file at whatever moment it is killed', async () => {
    const file = path.join(folder, 'killed.safetensors');
    const rng = seededRng(1);
    for (let kill = 0; kill < 10; kill++) {
      await killed(file, 30 * rng());
      const { tensors, metadata } = loadTensors(file);
      expect(new Set(tensors.weights.storage)).toEqual(new Set([Number(metadata.value)]));
    }
    saveTensors(file, { after: tensor(3) });
    expect(loadTensors(file).tensors.after.item()).toBe(3);
  }, 60_000);

  it('on a disk without room says so, and leaves what was there and nothing else', () => {
    const inside = mkdtempSync(path.join(folder, 'full-'));
    const file = path.join(inside, 'w.safetensors');
    saveTensors(file, { before: tensor(3) });
    const limited = spawnSync('sh', [
      '-c',
      `ulimit -f 100; exec "$0" "$1" "$2"`,
      process.execPath,
      saver,
      file,
    ]);
    expect(String(limited.stderr)).toMatch(
      /saveTensors: no room for 1048\d+ bytes at .*\/w\.safetensors\.\n/,
    );
    expect(loadTensors(file).tensors.before.item()).toBe(3);
    expect(readdirSync(inside)).toEqual(['w.safetensors']);
  });
});
