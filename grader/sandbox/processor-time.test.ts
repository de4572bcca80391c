import { expect, test } from 'vitest';
import { processorMs } from './processor-time.ts';

test('processor time grows with work, and counts what was used', () => {
  const before = processorMs(process.pid);
  const start = process.cpuUsage();
  while (process.cpuUsage(start).user < 200_000) Math.hypot(1, 2);
  const used = processorMs(process.pid) - before;
  expect(used).toBeGreaterThanOrEqual(150);
});

test('of a process that does not exist nothing is known', () => {
  expect(processorMs(2 ** 30)).toBe(Number.POSITIVE_INFINITY);
});
