import { afterAll, describe, expect, test } from 'vitest';
import { defaultLimits } from '../model/limits.ts';
import { budgetOf } from './budget.ts';
import { Guest, type Question } from './guest.ts';
import { Stage } from './stage.ts';
import { impostor } from './testing/impostor.ts';
import { callsOf } from './testing/limits.ts';

const stage = new Stage();
afterAll(() => stage.remove());

/** A guest, asked with nothing but its limits. */
function guest(code: string, limits = callsOf(20_000)) {
  const running = impostor(code, 'none', stage);
  const one = new Guest(running, limits);
  const budgets = [budgetOf('call', limits.call), budgetOf('exercise', limits.exercise)];
  return {
    running,
    ask: (asked: Question) => one.ask(asked, 0, budgets),
    kill: () => one.kill(),
    isOver: () => one.isOver,
  };
}
const question = (count: number) => ({
  ask: 'call' as const,
  module: 'm',
  name: 'f',
  inputs: Array.from({ length: count }, () => []),
  after: false,
});
const yes = { kind: 'answer', value: true };
const unasked = {
  kind: 'invalid-answer',
  why: 'protocol violation: an answer came that nobody had asked for',
};
const broken = { kind: 'invalid-answer', why: 'protocol violation: this is no answer' };
const late = { kind: 'timeout', ms: 1000, clock: 'wall' };

describe('whoever got out of the realm gains nothing', () => {
  test.for<[name: string, code: string, outcomes: unknown[]]>([
    ['by an answer in advance', 'say(HELLO, frame(1, 0, ...TRUE)); hear(); nap(1e6)', [unasked]],
    ['by an answer to another request', 'say(HELLO); hear(); say(frame(2, 0, ...TRUE)); nap(1e6)', [unasked]],
    [
      'by one answer twice',
      'say(HELLO); hear(); say(frame(1, 0, ...TRUE), frame(1, 0, ...TRUE)); nap(1e6)',
      [yes, unasked],
    ],
    ['by answers out of order', 'say(HELLO); hear(); say(frame(1, 1, ...TRUE)); nap(1e6)', [unasked]],
    ['by a second hello', 'say(HELLO, HELLO); hear(); nap(1e6)', [unasked]],
    ['by an empty frame', 'say(HELLO); hear(); say(Buffer.alloc(4)); nap(1e6)', [broken]],
    ['by an unknown kind', 'say(HELLO); hear(); say(frame(1, 0, 99)); nap(1e6)', [broken]],
    ['by bytes after the answer', 'say(HELLO); hear(); say(frame(1, 0, ...TRUE, 0)); nap(1e6)', [broken]],
    [
      'by a list of 2³² - 1',
      'say(HELLO); hear(); say(frame(1, 0, 0, 6, 255, 255, 255, 255)); nap(1e6)',
      [broken],
    ],
    ['by an oversize header', 'say(HELLO); hear(); say(Buffer.from([1, 0, 128, 0])); nap(1e6)', [broken]],
    ['by a flood of zeros', 'say(HELLO); hear(); for (;;) say(Buffer.alloc(65536))', [broken]],
    [
      'by leaving',
      'say(HELLO); hear(); process.exit(0)',
      [{ kind: 'crashed', how: 'the process ended (exit code 0) before it had answered' }],
    ],
    [
      'by an abort',
      'say(HELLO); hear(); process.abort()',
      [{ kind: 'crashed', how: 'the process was ended by SIGABRT' }],
    ],
  ])('%s', async ([, code, outcomes]) => {
    const liar = guest(code);
    expect(await liar.ask(question(2))).toEqual(outcomes);
    expect(liar.isOver()).toBe(true);
  });

  test.for([
    ['by silence', 'say(HELLO); hear(); nap(1e6)'],
    ['by half an answer', 'say(HELLO); hear(); say(frame(1, 0, ...TRUE).subarray(0, 9)); nap(1e6)'],
    [
      'by an answer byte for byte',
      'say(HELLO); hear(); for (const byte of frame(1, 0, ...TRUE)) { say(Buffer.of(byte)); nap(300) }',
    ],
    ['by stopping itself', 'say(HELLO); hear(); process.kill(process.pid, "SIGSTOP")'],
    [
      'by closing its descriptors',
      'say(HELLO); hear(); for (let i = 0; i < 5; i++) fs.closeSync(i); nap(1e6)',
    ],
  ])('%s: it is late', async ([, code]) => {
    expect(await guest(code!, callsOf(200, 1000)).ask(question(2))).toEqual([late]);
  });

  test('by a flood of its standard error: it is late too', async () => {
    const flood = guest('say(HELLO); hear(); for (;;) fs.writeSync(2, Buffer.alloc(65536))', callsOf(200));
    expect(await flood.ask(question(1))).toEqual([{ kind: 'timeout', ms: 200 }]);
  });

  test('by dribbling: all answers together have a limit of time', async () => {
    const exercise = { ...defaultLimits.exercise, wallSeconds: 0.5 };
    const dribbler = guest(
      'say(HELLO); hear(); for (let i = 0; ; i++) { nap(50); say(frame(1, i, ...TRUE)) }',
      { ...defaultLimits, exercise },
    );
    const outcomes = await dribbler.ask(question(1000));
    expect(outcomes.at(-1)).toEqual({ kind: 'timeout', ms: 500, clock: 'wall', of: 'exercise' });
    expect(outcomes.length).toBeLessThan(1000);
  });

  test('by an answer too many: it counts against the next question', async () => {
    const liar = guest('say(HELLO); hear(); say(frame(1, 0, ...TRUE), frame(1, 1, ...TRUE)); nap(1e6)');
    expect(await liar.ask(question(1))).toEqual([yes]);
    expect(liar.isOver()).toBe(false);
    expect(await liar.ask(question(1))).toEqual([unasked]);
    expect(liar.isOver()).toBe(true);
  });
});

describe('a guest', () => {
  test('that never comes up is the fault of the machine', async () => {
    await expect(guest('console.error("no room"); process.exit(1)').ask(question(1))).rejects.toThrow(
      'a guest did not start: no room',
    );
  });

  test('that died between two requests is over, and says how when asked', async () => {
    const mortal = guest('say(HELLO); hear(); say(frame(1, 0, ...TRUE))');
    expect(await mortal.ask(question(1))).toEqual([yes]);
    await mortal.running.ended;
    expect(mortal.isOver()).toBe(true);
    expect(await mortal.ask(question(1))).toMatchObject([{ kind: 'crashed' }]);
  });

  test('that is killed while it is asked answers so', async () => {
    const victim = guest('say(HELLO); hear(); nap(1e6)');
    const asked = victim.ask(question(1));
    victim.kill();
    victim.kill();
    expect(await asked.catch((error: Error) => error.message)).toMatch(/the grader ended it/);
  });

  test('whose answer waits in the pipe while the grader is busy is in time', async () => {
    const prompt = guest('say(HELLO); hear(); nap(200); say(frame(1, 0, ...TRUE)); nap(1e6)', callsOf(500));
    const answered = prompt.ask(question(1));
    const beBusy = () => {
      for (const start = performance.now(); performance.now() - start < 800; );
    };
    setTimeout(() => setImmediate(beBusy), 150);
    expect(await answered).toEqual([yes]);
  });
});
