import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, it } from 'vitest';
import { seededRng } from '#autograd';
import { fit } from './fit.ts';
import { smallTraining, weightsOf } from './testing/small-training.ts';

const program = fileURLToPath(new URL('testing/train-until-killed.ts', import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), 'killed-'));
afterEach(() => rmSync(folder, { recursive: true }));

function start(...files: string[]): ChildProcess {
  const options = ['--import', 'tsx', '--conditions=source'];
  return spawn(process.execPath, [...options, program, ...files], { stdio: ['ignore', 'pipe', 'inherit'] });
}

/** Kills the process as soon as it has saved so often: somewhere in its next step, or while it saves again. */
function killAfter(child: ChildProcess, saves: number): void {
  let seen = 0;
  child.stdout?.on('data', (lines: Buffer) => {
    seen += lines.toString().split('\n').length - 1;
    if (seen >= saves) child.kill('SIGKILL');
  });
}

it('a run that is killed with -9 again and again ends with the same weights, to the bit', async () => {
  const [checkpoint, result] = [path.join(folder, 'run.safetensors'), path.join(folder, 'weights.json')];
  const rng = seededRng(Date.now());
  let kills = 0;
  while (!existsSync(result)) {
    const child = start(checkpoint, result);
    if (kills < 5) killAfter(child, 1 + Math.floor(8 * rng()));
    const [code, signal] = await once(child, 'exit');
    expect([code, signal]).toEqual(signal ? [null, 'SIGKILL'] : [0, null]);
    if (signal) kills++;
  }
  expect(kills).toBe(5);

  const undisturbed = smallTraining(undefined, 6);
  fit(undisturbed);
  expect(JSON.parse(readFileSync(result, 'utf8'))).toEqual(weightsOf(undisturbed.model));
}, 60_000);
