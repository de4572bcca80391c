import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { defaultLimits } from '../model/limits.ts';
import { budgetOf } from './budget.ts';
import { Guest } from './guest.ts';
import { Pool } from './pool.ts';
import { Stage } from './stage.ts';
import { impostor } from './testing/impostor.ts';

const stage = new Stage();
let pool: Pool;
afterEach(() => pool.close());
afterAll(() => stage.remove());

let started: Guest[] = [];

/** A pool whose guests say yes once, or do what the code says. */
function poolOf(atOnce: number, code = 'say(HELLO); hear(); say(frame(1, 0, ...TRUE)); nap(1e9)'): Pool {
  started = [];
  return new Pool(
    () => {
      const guest = new Guest(impostor(code, 'none', stage), defaultLimits);
      started.push(guest);
      return guest;
    },
    atOnce,
    10,
  );
}

const ask = (guest: Guest) =>
  guest.ask({ ask: 'call', module: 'm', name: 'f', inputs: [[]], after: false }, 0, [
    budgetOf('call', defaultLimits.call),
  ]);
const yes = [{ kind: 'answer', value: true }];

describe('a pool', () => {
  test('has guests before they are needed, and gives each away once', async () => {
    pool = poolOf(2);
    expect(started).toHaveLength(2);
    const [one, other] = [pool.take(), pool.take()];
    expect([one, other]).toEqual(started);
    expect(await Promise.all([ask(one), ask(other)])).toEqual([yes, yes]);
    for (const guest of [one, other]) guest.kill();
  });

  test('counts those in use: the next is started when one has ended', async () => {
    pool = poolOf(2);
    const first = pool.take();
    expect(started).toHaveLength(2);
    first.kill();
    await first.ended;
    expect(started).toHaveLength(3);
    expect(pool.take()).toBe(started[1]);
  });

  test('starts one more for whoever needs it when none waits', async () => {
    pool = poolOf(1);
    const guests = [pool.take(), pool.take(), pool.take()];
    expect(new Set(guests).size).toBe(3);
    for (const guest of guests) {
      guest.kill();
      await guest.ended;
    }
    expect(started.filter(({ isOver }) => !isOver)).toHaveLength(1);
  });

  test('of no size starts guests only when they are needed', async () => {
    pool = poolOf(0);
    expect(started).toEqual([]);
    const guest = pool.take();
    expect(await ask(guest)).toEqual(yes);
    guest.kill();
    await guest.ended;
    expect(started).toHaveLength(1);
  });

  test('passes over those that died while they waited, and starts no others in their place', async () => {
    pool = poolOf(2, 'process.exit(1)');
    await Promise.all(started.map(({ ended }) => ended));
    expect(started).toHaveLength(2);
    const dead = [...started];
    expect(dead).not.toContain(pool.take());
  });

  test('starts no more than will be needed', async () => {
    pool = poolOf(2);
    for (let i = 0; i < 10; i++) {
      const guest = pool.take();
      guest.kill();
      await guest.ended;
    }
    expect(started).toHaveLength(10);
  });

  test('that is closed ends those that wait, and starts no more', async () => {
    pool = poolOf(3);
    const used = pool.take();
    pool.close();
    used.kill();
    await Promise.all(started.map(({ ended }) => ended));
    expect(started).toHaveLength(3);
    expect(started.every(({ isOver }) => isOver)).toBe(true);
  });

  test('lets whoever needs a guest hear why none can be started', () => {
    const broken = () => {
      throw new Error('no room');
    };
    pool = new Pool(broken, 2, 2);
    expect(() => pool.take()).toThrow('no room');
  });
});
