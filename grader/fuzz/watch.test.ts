import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { watch } from './watch.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'gradschool-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

const job = {
  module: path.join(import.meta.dirname, 'testing/planted.ts'),
  folder,
  seed: 1,
  ms: 500_000,
  enough: 1,
};

/** The only finding, and the input that was kept. */
async function search(target: string) {
  const { findings } = await watch({ ...job, target }, { ms: 500, megabytes: 400 });
  expect(findings).toHaveLength(1);
  const [finding] = findings;
  return { ...finding!, input: readFileSync(finding!.file) };
}

describe('a fault that was planted is found, with an input that shows it', { timeout: 600_000 }, () => {
  test('behind three bytes, of which each leads to new code', async () => {
    const { what, input } = await search('magic');
    expect(what).toMatch(/^Error: found \(planted\.ts:\d+\)$/);
    expect(input.subarray(0, 3).toString()).toBe('gru');
  });

  test.each([
    ['endless', /runs for more than 500 ms/],
    ['greedy', /takes more than 400 MB/],
    ['careless', /the process died \(1\): SyntaxError/],
  ])('%s', async (target, reason) => {
    const { what, input } = await search(target);
    expect(what).toMatch(reason);
    expect(input[0]).toBeGreaterThan(127);
  });
});

test('where there is none, time runs out and nothing is found', async () => {
  const { findings, progress } = await watch(
    { ...job, ms: 300, target: 'magic' },
    { ms: 500, megabytes: 400 },
  );
  expect(findings).toEqual([]);
  expect(progress!.executions).toBeGreaterThan(0);
});
