import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { Stage } from './stage.ts';
import { alive } from './testing/grader-process.ts';
import { impostor } from './testing/impostor.ts';
import { levelsHere } from './testing/levels.ts';

const stage = new Stage();
afterAll(() => stage.remove());

/** What the kernel says of each process that belongs to a guest: the jail's own ones and the guest itself. */
async function statuses(level: 'A' | 'B' | 'C'): Promise<string[]> {
  const marker = `gradschool-identity-${process.pid}-${level}`;
  const running = impostor('say(HELLO); nap(1e9)', level, stage, marker);
  await once(running.output, 'data');
  const found = alive(marker).map((pid) => readFileSync(`/proc/${pid}/status`, 'utf8'));
  running.kill();
  await running.ended;
  return found;
}

/** Of all these only Node has threads. */
async function guestStatus(level: 'A' | 'B' | 'C'): Promise<string> {
  const found = await statuses(level);
  return found.find((status) => Number(field(status, 'Threads')) > 1)!;
}

const field = (status: string, name: string) =>
  new RegExp(`^${name}:[ \t]*(.*)$`, 'm').exec(status)?.[1]?.trim();

const levels = (await levelsHere()).filter((level) => level !== 'none');

describe.for(levels)('at level %s', (level) => {
  test('no process of a guest belongs to root, nor to any of its groups', async () => {
    const found = await statuses(level);
    expect(found.length).toBeGreaterThan(0);
    const isRoot = process.getuid?.() === 0;
    for (const status of found) {
      expect(field(status, 'Uid')).not.toMatch(/\b0\b/);
      expect(field(status, 'Gid')).not.toMatch(/\b0\b/);
      if (isRoot) expect(field(status, 'Groups')).toBe('');
    }
  });

  test('a guest has no capabilities', async () => {
    const guest = await guestStatus(level);
    for (const set of ['CapInh', 'CapPrm', 'CapEff', 'CapAmb'])
      expect([set, field(guest, set)]).toEqual([set, '0000000000000000']);
  });
});

test.runIf(levels.includes('A'))(
  'a guest at level A is under the filter and can gain no privileges',
  async () => {
    const guest = await guestStatus('A');
    expect([field(guest, 'Seccomp'), field(guest, 'NoNewPrivs')]).toEqual(['2', '1']);
  },
);

test.runIf(levels.includes('B'))('a guest at level B can gain no privileges', async () => {
  const guest = await guestStatus('B');
  expect([field(guest, 'NoNewPrivs'), field(guest, 'CapBnd')]).toEqual(['1', '0000000000000000']);
});
