import { afterAll, describe, expect, test } from 'vitest';
import { openAt } from './open-at.ts';
import { levelsHere, outcome } from './testing/levels.ts';
import { callsOf } from './testing/limits.ts';

/** The tidy room: what a submission can and cannot do without leaving it. One level is enough: the code is the same. */
const level = (await levelsHere())[0]!;
const sandbox = openAt(level);
const hastySandbox = openAt(level, { limits: callsOf(150) });
const session = sandbox.open();
const hasty = hastySandbox.open();
afterAll(() => {
  sandbox.close();
  hastySandbox.close();
});

async function value(body: string): Promise<unknown> {
  const got = await outcome(session, `exports.f = () => { ${body} }`);
  return got.kind === 'answer' ? got.value : got;
}

describe('the process is out of reach', () => {
  /** Every way ends in a name that is not defined, in an error, or in something that is no process. */
  test.for([
    'return typeof process',
    'return typeof globalThis.process',
    'return typeof require("process")',
    'return typeof require("fs")',
    'return typeof globalThis.constructor.constructor("return process")()',
    'return typeof (() => {}).constructor("return process")()',
    'return typeof (function* () {}).constructor("return process")().next().value',
    'return typeof (async () => {}).constructor("return process")()',
    'return typeof (0, eval)("process")',
    'return typeof require.constructor("return process")()',
    'return typeof exports.constructor.constructor("return process")()',
    'return typeof require("#autograd").tensor.constructor("return process")()',
    'return typeof import("fs").constructor.constructor("return process")()',
    'let seen = "never"; import("fs").catch((e) => { seen = typeof e.constructor.constructor("return process")() }); return seen',
    'return typeof setTimeout + typeof fetch + typeof queueMicrotask + typeof WebAssembly + typeof SharedArrayBuffer',
    'return typeof arguments.callee.caller.caller',
  ])('%s', async (attack) => {
    expect(JSON.stringify(await value(attack))).not.toMatch(/^"object"|^"function"/);
  });

  test('an error carries no trace of the code around it, and prepareStackTrace is not called', async () => {
    const attack = `
      let called = 'no';
      const take = (_, sites) => { called = 'yes'; return sites };
      try { Error.prepareStackTrace = take } catch {}
      try { Object.defineProperty(Error, 'prepareStackTrace', { value: take }) } catch {}
      try { Error.stackTraceLimit = 100 } catch {}
      class Mine extends Error { static prepareStackTrace = take; static stackTraceLimit = 100 }
      const held = {};
      Error.captureStackTrace(held);
      return [called, new Mine('m').stack, held.stack, new Error('e').stack];`;
    expect(await value(attack)).toEqual(['no', undefined, undefined, undefined]);
  });

  /** Code of Node's that overflows would throw an error from outside the realm. */
  test.for([
    'new Error("x").stack',
    'Error.captureStackTrace({})',
    'eval("1")',
    'new Function("1")',
    'require("fs")',
    'null.x',
    '"".repeat(-1)',
    'JSON.parse("{")',
    'require("#autograd").ones([2]).sum()',
  ])('an error at the brink of the stack is of the realm: %s', async (attempt) => {
    const attack = `
      let foreign = 0;
      const dive = () => {
        try { dive() } catch {}
        for (let i = 0; i < 3; i++) try { ${attempt} } catch (e) { if (!(e instanceof Error)) foreign++ }
        throw new Error();
      };
      try { dive() } catch {}
      return foreign;`;
    expect(await value(attack)).toBe(0);
  });
});

test.for([
  'exports.f = () => ({ get x() { for (;;); } })',
  'exports.f = () => new Proxy([], { get() { for (;;); } })',
  'module.exports = new Proxy({}, { ownKeys() { for (;;); } })',
])('code that hangs while it is read costs only its own answer: %s', async (code) => {
  expect(await outcome(hasty, code)).toEqual({ kind: 'timeout', ms: 150 });
});

describe('the language cannot be changed', () => {
  test.for([
    'Math.max = () => 42; return Math.max(1, 2) === 2',
    'Array.prototype.map = () => 42; return [1].map((x) => x)[0] === 1',
    'Array.prototype.push = function () { return 0 }; const a = []; a.push(1); return a.length === 1',
    'JSON.stringify = () => "42"; return JSON.stringify(1) === "1"',
    'Float64Array.prototype.fill = () => 42; return new Float64Array(1).fill(2)[0] === 2',
    'DataView.prototype.setFloat64 = () => 42; return true',
    'Object.prototype.polluted = 42; return ({}).polluted === undefined',
    'Object.getPrototypeOf([][Symbol.iterator]()).next = () => ({ done: true }); return [...[1]].length === 1',
    'Object.getPrototypeOf(function* () {}).prototype.next = () => 42; return true',
    'Function.prototype.call = () => 42; return (() => 1).call() === 1',
    'Number.isInteger = () => false; return Number.isInteger(1)',
    'globalThis.Math = { max: () => 42 }; return Math.max(1, 2) === 2',
    'undeclared = 1; return typeof undeclared === "undefined"',
    'Object.defineProperty(Object.prototype, "shape", { get: () => [1] }); return true',
    'const e = require("#autograd"); e.tensor = () => 42; return e.tensor(1).item() === 1',
    'const e = require("#autograd"); e.Tensor.prototype.item = () => 42; return e.tensor(1).item() === 1',
    'const e = require("#autograd"); Object.defineProperty(e.Tensor, Symbol.hasInstance, { value: () => true }); return true',
    'const e = require("#autograd"); e.ops.mul = () => 42; return e.mul(2, 3).item() === 6',
  ])('%s', async (attack) => {
    const got = await value(attack);
    if (got !== true) expect(got).toMatchObject({ kind: 'threw', error: 'TypeError' });
    expect(await value('return [[1], { a: 2 }]')).toEqual([[1], { a: 2 }]);
  });

  test('nothing that can be reached is left to be changed', async () => {
    const left = await value(`
      const seen = new Set(), left = [];
      const look = (x, name) => {
        if ((typeof x !== 'object' && typeof x !== 'function') || x === null || seen.has(x)) return;
        seen.add(x);
        if (!Object.isFrozen(x)) left.push(name);
        look(Object.getPrototypeOf(x), name + '.__proto__');
        for (const key of Reflect.ownKeys(x)) {
          const { value, get, set } = Object.getOwnPropertyDescriptor(x, key);
          for (const y of [value, get, set]) look(y, name + '.' + String(key));
        }
      };
      look(globalThis, 'globalThis');
      look(require('#autograd'), 'engine');
      const e = require('#autograd'), t = e.tensor([1, 2], { requiresGrad: true });
      t.data;
      const unnamed = [[].values(), new Map().keys(), new Set().values(), 'a'[Symbol.iterator](), 'a'.matchAll(/a/g),
        (function* () {}).prototype, (async function* () {}).prototype, async () => {}, t.mul(2).node, e.seededRng(1), new e.Value(1), t.guard];
      if (globalThis.Iterator) unnamed.push(Iterator.from({ next() {} }), [].values().map((x) => x));
      for (const x of unnamed) look(Object.getPrototypeOf(x), 'prototype of ' + (x.constructor?.name ?? typeof x));
      return left;`);
    expect(left).toEqual([]);
  });

  test('what is changed stays so for nobody in the same guest', async () => {
    const session = sandbox.open();
    const load = (id: string, code: string) =>
      session.subject([{ id, role: 'submission', engine: true, code }]).call('f', [[]]);
    await load(
      'bad',
      'exports.f = () => { Math.max = () => 42; Array.prototype.map = () => [42]; Object.prototype.x = 1 }',
    );
    const [got] = await load('good', 'exports.f = () => [Math.max(1, 2), [1].map((x) => x), ({}).x]');
    session.close();
    expect(got).toEqual({ kind: 'answer', value: [2, [1], undefined] });
  });
});

describe('ordinary code works', () => {
  test.for<[name: string, body: string, expected: unknown]>([
    [
      'a subclass of Error that sets its name',
      'class E extends Error { constructor(m) { super(m); this.name = "E" } } const e = new E("m"); return [e.name, e.message, String(e)]',
      ['E', 'm', 'E: m'],
    ],
    ['a class with its own toString', 'class P { toString() { return "P" } } return String(new P())', 'P'],
    [
      'subclasses of every error',
      'const made = [TypeError, RangeError, EvalError, AggregateError].map((Base) => { class E extends Base { constructor() { super([]); this.name = "E"; this.message = "m" } } return String(new E()) }); return made',
      ['E: m', 'E: m', 'E: m', 'E: m'],
    ],
    ['an object with its own toString', 'const o = {}; o.toString = () => "mine"; return String(o)', 'mine'],
    [
      'private fields and static blocks',
      'class C { #n = 1; static s; static { C.s = 2 } get n() { return this.#n } } return [new C().n, C.s]',
      [1, 2],
    ],
    ['console.log', 'console.log("x"); console.table([1]); return 1', 1],
    [
      'generators, spread, destructuring',
      'function* g() { yield* [1, 2] } const [a, ...b] = g(); return [a, ...b]',
      [1, 2],
    ],
    [
      'Map, Set, sort, regular expressions',
      'return [...new Set(new Map([[3, 1], [1, 1]]).keys())].sort().concat("a1".replace(/\\d/, "b"))',
      [1, 3, 'ab'],
    ],
    ['typed arrays', 'return [...new Float64Array([1, 2]).map((x) => x * 2)]', [2, 4]],
  ])('%s', async ([, body, expected]) => {
    expect(await value(body)).toEqual(expected);
  });

  test('promises never run, not even between calls', async () => {
    const session = sandbox.open();
    const code = `let ran = 0; Promise.resolve().then(() => { ran++ }); (async () => { await 0; ran++ })();
      exports.f = () => { Promise.resolve().then(() => { ran++ }); return ran }`;
    const subject = session.subject([{ id: 'it', role: 'submission', engine: true, code }]);
    await subject.call('f', [[], []]);
    expect(await subject.call('f', [[]])).toEqual([{ kind: 'answer', value: 0 }]);
    session.close();
  });
});
