import { afterAll, describe, expect, test } from 'vitest';
import { Tensor } from '#autograd';
import { openAt } from './open-at.ts';
import { Stage } from './stage.ts';
import { levelsHere, outcome, outcomes, submission } from './testing/levels.ts';
import { callsOf } from './testing/limits.ts';

/** What a session does about code that takes too long, too much, or gives what is no data; at every level. */
describe.for(await levelsHere())('the limits of a session at level %s', (level) => {
  const stage = new Stage();
  const sandbox = openAt(level, { limits: callsOf(20_000) }, stage);
  const hastySandbox = openAt(level, { limits: callsOf(150) }, stage);
  const patient = openAt(level, { limits: callsOf(500) }, stage);
  const shared = sandbox.open();
  const hasty = hastySandbox.open();
  afterAll(() => {
    sandbox.close();
    hastySandbox.close();
    patient.close();
  });

  const answers = (code: string) =>
    outcome(shared, code).then((it) => (it.kind === 'answer' ? it.value : it));

  test('a hang at call 4 of a batch leaves three answers, and a fresh guest goes on', async () => {
    const session = patient.open();
    const subject = session.subject([submission('exports.f = (i) => { while (i === 3); return i }')]);
    expect(await subject.call('f', [[0], [1], [2], [3], [4]])).toEqual([
      { kind: 'answer', value: 0 },
      { kind: 'answer', value: 1 },
      { kind: 'answer', value: 2 },
      { kind: 'timeout', ms: 500 },
    ]);
    expect(await subject.call('f', [[7]])).toEqual([{ kind: 'answer', value: 7 }]);
    session.close();
  });

  test.for([
    'for (;;);',
    'exports.f = () => /^(a+)+$/.test("a".repeat(50) + "b")',
    'exports.f = () => { throw { toString() { for (;;); } } }',
  ])('%s is a time-out', async (code) => {
    expect(await outcome(hasty, code)).toEqual({ kind: 'timeout', ms: 150 });
  });

  test.for([
    'const all = []; for (;;) all.push(new Array(1e6).fill(all.length))',
    'const all = []; for (;;) all.push(new Float64Array(1e7).fill(1))',
    'return new ArrayBuffer(4e9)',
  ])('%s runs out of memory', async (body) => {
    expect(await outcome(shared, `exports.f = () => { ${body} }`)).toEqual({
      kind: 'out-of-memory',
      megabytes: 256,
    });
  });

  test('a guest whose memory was full is not asked again', async () => {
    const session = sandbox.open();
    const subject = session.subject([
      submission('let n = 0; exports.f = (full) => full ? new ArrayBuffer(4e9) : ++n'),
    ]);
    const full = { kind: 'out-of-memory', megabytes: 256 };
    expect(await subject.call('f', [[false], [true], [false]])).toEqual([{ kind: 'answer', value: 1 }, full]);
    expect(await subject.call('f', [[false]])).toEqual([{ kind: 'answer', value: 1 }]);
    session.close();
  });

  test('memory that one exercise holds costs another nothing', async () => {
    const session = sandbox.open();
    const hoard = `const all = []; try { for (;;) all.push(new Float64Array(1e6).fill(1)); } catch {}
      exports.f = () => all.length`;
    expect(await outcome(session, hoard)).toMatchObject({ kind: 'answer' });
    expect(await outcome(session, 'exports.f = () => new Float64Array(1e7).length')).toEqual({
      kind: 'answer',
      value: 1e7,
    });
    session.close();
  });

  test.for([
    ['"x".repeat(500e6)', 'the answer holds a text of more than'],
    ['new Array(3e6).fill(0)', 'the answer holds more than 2000000 values'],
    ['new Array(1.5e6).fill(0)', 'the answer is larger than 8 MB'],
    ['10n', 'the answer holds a bigint'],
    ['Symbol()', 'the answer holds a symbol'],
    ['() => 1', 'the answer holds a function'],
    ['Promise.resolve(1)', 'the answer holds an instance of Promise'],
    ['(async () => 1)()', 'the answer holds an instance of Promise'],
    ['new Map()', 'the answer holds an instance of Map'],
    ['new (class Cell {})()', 'the answer holds an instance of Cell'],
    ['Array(3)', 'the answer holds a list with nothing at place 0'],
    ['JSON.parse(`{"__proto__": 1}`)', 'the answer holds an object with a key that is no plain name'],
    ['(() => { const a = []; a[0] = a; return a })()', 'the answer holds lists or objects nested deeper'],
    ['({ get x() { throw 1 } })', 'the answer could not be read'],
    ['new Proxy({}, { getPrototypeOf() { throw 1 } })', 'the answer could not be read'],
    [
      'new Proxy([], { get: (_, k) => k === "length" ? 1e9 : 0, has: () => true })',
      'the answer holds more than',
    ],
  ] as const)('%s is an invalid answer', async ([expression, why]) => {
    const got = await outcome(shared, `exports.f = () => (${expression})`);
    expect(got).toMatchObject({ kind: 'invalid-answer', why: expect.stringContaining(why) });
  });

  test('a request that is too large is the fault of the asker, and the guest goes on', async () => {
    const session = sandbox.open();
    const subject = session.subject([submission('exports.f = (x) => x.length')]);
    await expect(subject.call('f', [[new Array(2_100_000).fill(0)]])).rejects.toThrow('more than');
    expect(await subject.call('f', [[[1, 2]]])).toMatchObject([{ value: 2 }]);
    session.close();
  });

  test('answers that are too large together are refused', async () => {
    const code = 'exports.f = () => new Array(1e6).fill(1)';
    expect(await outcomes(shared, code, [[], [], [], []])).toMatchObject([
      { kind: 'answer' },
      { kind: 'answer' },
      {
        kind: 'invalid-answer',
        why: 'the answers to one question are together larger than 16 MB: return what is asked for and nothing else',
        megabytes: 16,
      },
    ]);
  });

  test('an engine tensor made by hand does not fool the decoder', async () => {
    const code = `const { Tensor } = require('#autograd');
      exports.f = () => Object.create(Tensor.prototype, { shape: { value: [2 ** 32 + 1] }, data: { value: [1] } })`;
    expect(await outcome(shared, code)).toMatchObject({ kind: 'invalid-answer' });
    expect((await answers('exports.f = () => require("#autograd").ones([2, 0])')) as Tensor).toBeInstanceOf(
      Tensor,
    );
  });
});
