import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { descendants, descriptorsOf, holdersOf, residentBytes, stateOf } from './process-tree.ts';

test('a process is found by its parent and by its command line, until it has ended', async () => {
  const token = `token-${process.pid}`;
  const child = spawn('sh', ['-c', 'echo; read line', token], { stdio: ['pipe', 'pipe', 'ignore'] });
  const ended = once(child, 'exit');
  await once(child.stdout, 'data');
  const pid = child.pid!;
  expect(descendants(process.pid)).toContain(pid);
  expect(holdersOf(token)).toEqual([pid]);
  expect(stateOf(pid)).toMatch(/[RS]/);
  expect(residentBytes([pid])).toBeGreaterThan(100_000);
  expect(descriptorsOf(pid)).toBeGreaterThanOrEqual(3);
  child.stdin.end();
  await ended;
  expect(descendants(process.pid)).not.toContain(pid);
  expect(holdersOf(token)).toEqual([]);
  expect([stateOf(pid), residentBytes([pid]), descriptorsOf(pid)]).toEqual(['', 0, 0]);
});
