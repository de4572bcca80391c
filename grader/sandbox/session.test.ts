import { afterAll, describe, expect, test } from 'vitest';
import { tensor } from '#autograd';
import { openAt } from './open-at.ts';
import { levelsHere, outcome, outcomes, submission } from './testing/levels.ts';
import { callsOf } from './testing/limits.ts';

/** What a session promises, at every level that this machine offers. */
describe.for(await levelsHere())('a session at level %s', (level) => {
  const sandbox = openAt(level, { limits: callsOf(20_000) });
  const shared = sandbox.open();
  afterAll(() => sandbox.close());

  const answers = (code: string) =>
    outcome(shared, code).then((it) => (it.kind === 'answer' ? it.value : it));

  test('answers many inputs in their order', async () => {
    const inputs = Array.from({ length: 500 }, (_, i) => [i, 1]);
    const all = await outcomes(shared, 'exports.f = (a, b) => a + b', inputs);
    expect(all).toEqual(inputs.map(([i]) => ({ kind: 'answer', value: i! + 1 })));
  });

  test('asked nothing, answers nothing', async () => {
    expect(await outcomes(shared, 'exports.f = () => 1', [])).toEqual([]);
  });

  test('carries NaN, infinities, -0, lone surrogates and tensors both ways', async () => {
    const value = [
      Number.NaN,
      Number.POSITIVE_INFINITY,
      -0,
      '\ud800',
      { t: tensor([[1, -0]]) },
      undefined,
      [],
    ];
    const [there] = await outcomes(shared, 'exports.f = (x) => x', [[value]]);
    expect(there).toStrictEqual({ kind: 'answer', value });
  });

  test('differentiates what was computed with the engine', async () => {
    const session = sandbox.open();
    const subject = session.subject([
      submission('const { mul } = require("#autograd"); exports.f = (a, b) => mul(a, b)'),
    ]);
    const [got] = await subject.vjp('f', [{ args: [tensor(2), tensor(5)], cotangents: [tensor(1)] }]);
    session.close();
    expect(got).toMatchObject({
      kind: 'answer',
      value: { value: tensor(10), gradients: [tensor(5), tensor(2)] },
    });
  });

  test('tells the arguments as the call left them, when asked', async () => {
    const session = sandbox.open();
    const subject = session.subject([submission('exports.f = (list) => { list.push(1); return 0 }')]);
    expect(await subject.call('f', [[[]]], { after: true })).toEqual([
      { kind: 'answer', value: 0, after: [[1]] },
    ]);
    session.close();
  });

  test('keeps the state of a module between calls', async () => {
    const code = 'let n = 0; exports.f = () => ++n';
    expect(await outcomes(shared, code, [[], [], []])).toMatchObject([
      { value: 1 },
      { value: 2 },
      { value: 3 },
    ]);
  });

  test('tells class and message of what was thrown, and goes on', async () => {
    const code = `
      class ShapeError extends TypeError { constructor(m) { super(m); this.name = 'ShapeError' } }
      exports.f = (i) => { if (i === 0) throw new ShapeError('no'); if (i === 1) throw 'text'; return i }`;
    expect(await outcomes(shared, code, [[0], [1], [2]])).toEqual([
      { kind: 'threw', error: 'ShapeError', message: 'no', rangeError: false },
      { kind: 'threw', error: 'string', message: 'text', rangeError: false },
      { kind: 'answer', value: 2 },
    ]);
  });

  test('tells a RangeError from a stack overflow', async () => {
    const code = `
      class Mine extends RangeError {}
      exports.f = (i) => { if (i === 0) throw new Mine('out of range'); const g = () => g() + 1; return g() }`;
    expect(await outcomes(shared, code, [[0], [1]])).toMatchObject([
      { kind: 'threw', error: 'RangeError', rangeError: true },
      { kind: 'threw', error: 'RangeError', rangeError: false },
    ]);
  });

  test('knows what is not implemented and what is missing', async () => {
    const stub = `class NotImplementedError extends Error {}
      NotImplementedError.prototype.name = 'NotImplementedError'; exports.f = () => { throw new NotImplementedError('f') }`;
    expect(await outcome(shared, stub)).toEqual({ kind: 'not-implemented', what: 'f' });
    expect(await outcome(shared, '')).toEqual({ kind: 'not-implemented', what: 'f' });
    expect(await outcome(shared, 'exports.f = 1')).toEqual({ kind: 'not-implemented', what: 'f' });
  });

  test('a module that throws when loaded is told for every question', async () => {
    const session = sandbox.open();
    const modules = [submission('throw new TypeError("at load")')];
    const threw = { kind: 'threw', error: 'TypeError', message: 'at load', rangeError: false };
    expect(await session.load(modules)).toEqual(threw);
    expect(await session.subject(modules).call('f', [[], []])).toEqual([threw]);
    session.close();
  });

  test('code that is no JavaScript is a SyntaxError', async () => {
    expect(await outcome(shared, 'exports.f = ;')).toMatchObject({ kind: 'threw', error: 'SyntaxError' });
  });

  test('a getter among the exports costs only its own answer', async () => {
    const code =
      'Object.defineProperty(exports, "f", { get() { throw new Error("got") }, enumerable: false })';
    expect(await outcome(shared, code)).toMatchObject({ kind: 'threw', message: 'got' });
    expect(await outcome(shared, 'module.exports = null')).toMatchObject({
      kind: 'threw',
      error: 'TypeError',
    });
  });

  test('code of 200,000 characters is loaded', async () => {
    expect(await answers(`/* ${'x'.repeat(200_000)} */ exports.f = () => 1`)).toBe(1);
  });

  test('reads data through no hook of the student', async () => {
    const code = `exports.f = () => {
      const list = [1, 2];
      for (const hook of ['toJSON', 'toString', 'map', 'every', 'constructor', Symbol.iterator, Symbol.toPrimitive])
        Object.defineProperty(list, hook, { value: () => { throw new Error('called') }, enumerable: false });
      const species = class extends Array { static get [Symbol.species]() { throw new Error('called') } };
      return [list, { valueOf: 1, toJSON: 2 }, species.of(3)];
    }`;
    expect(await answers(code)).toStrictEqual([[1, 2], { valueOf: 1, toJSON: 2 }, [3]]);
  });

  test('a driver turns a class of the submission into functions', async () => {
    const session = sandbox.open();
    const driver = `exports.needs = { count: ['Counter'] };
      exports.drive = ({ Counter }) => ({ count: (n) => { const c = new Counter(); for (let i = 0; i < n; i++) c.up(); return c.n } })`;
    const code = 'exports.Counter = class Counter { n = 0; up() { this.n++ } }';
    const driven = (it: string) => [{ ...submission(driver), role: 'driver' as const }, submission(it)];
    expect(await session.load(driven(code))).toEqual({ kind: 'answer', value: ['Counter'] });
    expect(await session.subject(driven(code)).call('count', [[3]])).toEqual([{ kind: 'answer', value: 3 }]);
    session.close();
    const without = sandbox.open();
    expect(await without.subject(driven('')).call('count', [[3]])).toEqual([
      { kind: 'not-implemented', what: 'Counter' },
    ]);
    without.close();
  });

  test('holds several modules under different names', async () => {
    const session = sandbox.open();
    const called = async (id: string, code: string) =>
      (await session.subject([{ ...submission(code), id }]).call('f', [[]]))[0];
    expect(await called('one', 'exports.f = () => 1')).toMatchObject({ value: 1 });
    expect(await called('two', 'exports.f = () => 2')).toMatchObject({ value: 2 });
    expect(await called('one', 'exports.f = () => 1')).toMatchObject({ value: 1 });
    session.close();
  });

  test('hides the engine where an exercise does without', async () => {
    const session = sandbox.open();
    const modules = [{ ...submission('require("#autograd")'), engine: false }];
    expect(await session.load(modules)).toMatchObject({
      message: 'this exercise is solved without importing values from #autograd',
    });
    session.close();
    expect(await outcome(shared, 'require("fs")')).toMatchObject({
      message: "import of 'fs': only #autograd can be imported",
    });
  });

  test('starts every guest with the same random numbers', async () => {
    const code = 'exports.f = () => [Math.random(), Math.random()]';
    const [one, other] = [sandbox.open(), sandbox.open()];
    expect(await outcome(one, code)).toEqual(await outcome(other, code));
    one.close();
    other.close();
  });

  test('compiles TypeScript that then runs', async () => {
    const compiled = await sandbox.transpile('export const f = (): string => "ä"');
    expect(compiled).toMatchObject({ kind: 'code' });
    expect(await answers((compiled as { code: string }).code)).toBe('ä');
  });

  test('one question at a time', async () => {
    const session = sandbox.open();
    const subject = session.subject([submission('exports.f = () => 1')]);
    await subject.call('f', [[]]);
    const both = await Promise.allSettled([subject.call('f', [[]]), subject.call('f', [[]])]);
    expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    session.close();
  });
});
