import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { afterAll, expect, test } from 'vitest';
import { stateOf } from './process-tree.ts';
import { openRange } from './range.ts';

const range = await openRange();
afterAll(() => range.close());

test('a range that nobody attacked has no damage', () => {
  expect(range.damage()).toEqual([]);
});

test('its secret can be read by all', () => {
  expect(readFileSync(range.targets().secret, 'utf8')).toBe(range.words.secret);
});

test('a visit is noticed, once', async () => {
  const { port, socket } = range.targets();
  for (const where of [{ port, host: '127.0.0.1' }, { path: socket }, { path: `\0${socket}` }]) {
    await once(net.connect(where as net.NetConnectOpts), 'close');
    expect(range.damage()).toEqual(['connection']);
    expect(range.damage()).toEqual([]);
  }
});

test('a file outside is noticed, and gone afterwards', () => {
  writeFileSync(`${range.targets().folder}/was-here`, '');
  expect(range.damage()).toEqual(['outside']);
  expect(range.damage()).toEqual([]);
});

test.for(['SIGKILL', 'SIGSTOP'] as const)(
  'a sibling that got %s is noticed, and replaced',
  async (signal) => {
    const { sibling } = range.targets();
    process.kill(sibling, signal);
    while (/[RSD]/.test(stateOf(sibling))) await new Promise(setImmediate);
    expect(range.damage()).toEqual(['sibling']);
    expect(range.targets().sibling).not.toBe(sibling);
    expect(range.damage()).toEqual([]);
  },
);
