import { afterAll, describe, expect, test } from 'vitest';
import { defaultLimits, type Limits } from '../model/limits.ts';
import type { Plain } from '../model/plain.ts';
import { budgetOf } from './budget.ts';
import { Guest } from './guest.ts';
import { launch } from './launch.ts';
import { openAt } from './open-at.ts';
import { nodeProgram } from './program.ts';
import { Stage } from './stage.ts';
import { impostorScript } from './testing/impostor.ts';
import { levelsHere, outcome, outcomes } from './testing/levels.ts';
import { callsOf } from './testing/limits.ts';

/** Tight enough to be run into soon, and none like another. */
const tight: Limits = {
  call: { processorSeconds: 0.5, wallSeconds: 5, answerMegabytes: 1 },
  exercise: { processorSeconds: 1, wallSeconds: 20, answerMegabytes: 3 },
  submission: { processorSeconds: 2.5, wallSeconds: 40, answerMegabytes: 8 },
  memoryMegabytes: 128,
};

const WORK = 'exports.f = () => { let x = 1; for (let i = 0; i < 4e7; i++) x = x * 1.0000001 + i; return x }';
const MUCH = 'exports.f = () => new Array(1e5).fill(1)';
const times = (count: number): Plain[][] => Array.from({ length: count }, () => []);
const inMemory = (allocate: string) => `exports.f = () => { const all = []; for (;;) all.push(${allocate}) }`;
const tooMuch = { kind: 'out-of-memory', megabytes: 128 };

describe.for(await levelsHere())('at level %s the cause is named:', (level) => {
  const stage = new Stage();
  const hasty = openAt(level, { limits: tight }, stage);
  const patient = openAt(level, { limits: { ...callsOf(20_000), memoryMegabytes: 128 } }, stage);
  afterAll(() => {
    hasty.close();
    patient.close();
  });

  test.for([
    ['a loop', 'exports.f = () => { for (;;); }'],
    ['a loop at load', 'for (;;);'],
    ['a loop in what is thrown', 'exports.f = () => { throw { toString() { for (;;); } } }'],
  ])('%s runs into the processor time of a call', async ([, code]) => {
    const session = hasty.open();
    expect(await outcome(session, code!)).toEqual({ kind: 'timeout', ms: 500 });
    session.close();
  });

  test('calls that are each in time run into that of an exercise, and in the end into that of the submission', async () => {
    const session = hasty.open();
    const ask = async () => (await outcomes(session, WORK, times(200))).at(-1);
    expect(await ask()).toEqual({ kind: 'timeout', ms: 1000, of: 'exercise' });
    expect(await ask()).toEqual({ kind: 'timeout', ms: 1000, of: 'exercise' });
    expect(await ask()).toEqual({ kind: 'timeout', ms: 2500, of: 'submission' });
    expect(await outcome(session, 'exports.f = () => 1')).toEqual({
      kind: 'timeout',
      ms: 2500,
      of: 'submission',
    });
    session.close();
  });

  test('answers that each are small enough run into the limits of exercise and submission', async () => {
    const session = hasty.open();
    const ask = async () => (await outcomes(session, MUCH, times(5))).at(-1);
    const why = (of: string, megabytes: number) =>
      `the answers of ${of} are together larger than ${megabytes} MB: return what is asked for and nothing else`;
    expect(await outcome(session, 'exports.f = () => new Array(2e5).fill(1)')).toEqual({
      kind: 'invalid-answer',
      why: 'the answer is larger than 1 MB: return what is asked for and nothing else',
      megabytes: 1,
    });
    for (let i = 0; i < 2; i++)
      expect(await ask()).toEqual({ kind: 'invalid-answer', why: why('this exercise', 3), megabytes: 3 });
    expect(await ask()).toEqual({
      kind: 'invalid-answer',
      why: why('the whole submission', 8),
      megabytes: 8,
    });
    session.close();
  });

  test.for([
    ['lists', inMemory('new Array(1e5).fill(all.length)')],
    ['numbers, one by one', inMemory('1')],
    ['typed arrays', inMemory('new Float64Array(1e6).fill(1)')],
    ['an array of four gigabytes', 'exports.f = () => new ArrayBuffer(4e9)'],
    ['a text that doubles', 'exports.f = () => { let s = "xy"; for (;;) s += s }'],
    ['a map', 'exports.f = () => { const m = new Map(); for (let i = 0; ; i++) m.set(i, [i]) }'],
  ])('%s run out of memory', async ([, code]) => {
    const session = patient.open();
    expect(await outcome(session, code!)).toEqual(tooMuch);
    session.close();
  });

  test('a recursion without end overflows the stack', async () => {
    const session = hasty.open();
    const overflow = { kind: 'threw', error: 'RangeError', rangeError: false };
    expect(await outcome(session, 'exports.f = () => exports.f() + 1')).toMatchObject(overflow);
    session.close();
  });

  /** What a program says whose code got out of the realm, or broke Node itself. */
  function diesOf(code: string, cpuSeconds = 60) {
    const program = nodeProgram(process.execPath, impostorScript(`say(HELLO); hear(); ${code}`, stage));
    const running = launch({ ...program, limits: { ...program.limits, cpuSeconds } }, level, stage);
    const guest = new Guest(running, defaultLimits);
    const call = { ...defaultLimits.call, wallSeconds: 30, processorSeconds: 30 };
    return guest.ask({ ask: 'call', module: 'm', name: 'f', inputs: [[]], after: false }, 0, [
      budgetOf('call', code.startsWith('nap') ? tight.call : call),
    ]);
  }

  test.for([
    ['exit(0)', 'process.exit(0)', 'the process ended (exit code 0) before it had answered'],
    ['exit(7)', 'process.exit(7)', 'the process ended (exit code 7) before it had answered'],
    ['an abort', 'process.abort()', 'the process was ended by SIGABRT'],
  ])('%s', async ([, code, how]) => {
    expect(await diesOf(code!)).toEqual([{ kind: 'crashed', how }]);
  });

  test('a full heap of Node itself', async () => {
    expect(await diesOf('const all = []; for (;;) all.push(new Array(1e5).fill(all.length))')).toEqual([
      { kind: 'out-of-memory', megabytes: 256 },
    ]);
  });

  test('silence runs into the time on the clock', async () => {
    expect(await diesOf('nap(1e9)')).toEqual([{ kind: 'timeout', ms: 5000, clock: 'wall' }]);
  });

  test('where the grader looks away, the kernel counts the time of the processor', async () => {
    expect(await diesOf('for (;;);', 1)).toEqual([{ kind: 'timeout', ms: 120_000, of: 'submission' }]);
  });

  // at level A nobody can send one, and at C nobody may
  test.runIf(level === 'B' || level === 'none').for([
    ['SIGKILL', 'from outside, as when the machine has no memory left'],
    ['SIGSEGV', 'as when a very deep recursion overflows its stack'],
  ])('%s', async ([signal, hint]) => {
    const died = await diesOf(`process.kill(process.pid, "${signal}"); nap(1e9)`);
    expect(died).toEqual([{ kind: 'crashed', how: `the process was ended by ${signal}, ${hint}` }]);
  });
});
