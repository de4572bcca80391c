import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { Stage } from './stage.ts';
import { graderProcess } from './testing/grader-process.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'gradschool-stage-'));
const stage = new Stage();
afterAll(() => {
  stage.remove();
  rmSync(folder, { recursive: true });
});

function file(mode: number, ...parts: string[]): string {
  const made = path.join(folder, ...parts);
  mkdirSync(path.dirname(made), { recursive: true });
  chmodSync(path.dirname(made), mode);
  writeFileSync(made, parts.join());
  return made;
}

describe.runIf(process.getuid?.() === 0)('for the guests of root', () => {
  chmodSync(folder, 0o755);

  test('a file that they can reach is used where it is', () => {
    const reachable = file(0o755, 'open', 'it');
    expect(stage.place(reachable)).toBe(reachable);
  });

  test('a file that they cannot reach is copied, once', () => {
    const hidden = file(0o700, 'shut', 'it');
    const copy = stage.place(hidden);
    expect(path.dirname(copy)).toBe(stage.folder);
    expect(readFileSync(copy, 'utf8')).toBe('shut,it');
    expect(stage.place(hidden)).toBe(copy);
  });

  test('two files of one name do not become one', () => {
    const copies = ['a', 'b'].map((name) => stage.place(file(0o700, name, 'same')));
    expect(copies.map((copy) => readFileSync(copy, 'utf8'))).toEqual(['a,same', 'b,same']);
  });
});

test.runIf(process.getuid?.() !== 0)('guests of an ordinary user reach what that user does', () => {
  const hidden = file(0o700, 'shut', 'it');
  expect(stage.place(hidden)).toBe(hidden);
});

describe('SIGUSR1', () => {
  /** Node acts upon it in a thread of its own, so the answer waits for an inspector, or for so long. */
  const inspectorAfterSignal = (ms: number) => `
    const { url } = await import('node:inspector');
    process.debugPort = 0;
    process.kill(process.pid, 'SIGUSR1');
    const deadline = Date.now() + ${ms};
    while (!url() && Date.now() < deadline) await new Promise((resolve) => setImmediate(resolve));
    console.log(url() ? 'open' : 'shut');`;

  test('does not open the inspector of a grader', async () => {
    const { line } = await graderProcess(`new Stage(); ${inspectorAfterSignal(500)}`);
    expect(line).toBe('shut');
  });

  test('would open it otherwise', async () => {
    const { line } = await graderProcess(inspectorAfterSignal(20_000));
    expect(line).toBe('open');
  });
});
