import { afterAll, describe, expect, test } from 'vitest';
import { tensor } from '#autograd';
import { defaultLimits } from '../model/limits.ts';
import type { Plain } from '../model/plain.ts';
import { openAt } from './open-at.ts';
import type { GuestModule } from './session.ts';
import { levelsHere, submission } from './testing/levels.ts';

/** What an exercise forbids, its code cannot get at. One level is enough: the code is the same. */
const sandbox = openAt((await levelsHere())[0]!);
const session = sandbox.open();
afterAll(() => sandbox.close());

let realms = 0;

/** A subject in a realm without these. */
function without(forbidden: string[], ...modules: GuestModule[]) {
  return session.subject(modules, { realm: `realm ${realms++}`, forbidden, limits: defaultLimits });
}

async function value(forbidden: string[], body: string, args: Plain[] = []): Promise<unknown> {
  const id = `module ${realms}`;
  const code = `exports.f = (...args) => { ${body} }`;
  const [got] = await without(forbidden, { ...submission(code), id }).call('f', [args]);
  return got!.kind === 'answer' ? got!.value : got;
}

/** Goes through all that can be reached and calls it: names of the functions that give tanh(½). */
const LOOK_EVERYWHERE = `
  const seen = new Set(), found = [];
  const look = (x, name) => {
    if ((typeof x !== 'object' && typeof x !== 'function') || x === null || seen.has(x)) return;
    seen.add(x);
    if (typeof x === 'function')
      for (const arg of [0.5, new Float64Array([0.5]), require('#autograd').tensor([0.5])])
        for (const self of [undefined, arg])
          try {
            const y = self ? Reflect.apply(x, self, []) : x(arg);
            if (Math.abs((y.data ? y.data[0] : y[0] ?? y) - 0.46211715726000975) < 1e-12) found.push(name);
          } catch {}
    look(Object.getPrototypeOf(x), name + '.__proto__');
    for (const key of Reflect.ownKeys(x)) {
      const { value, get, set } = Object.getOwnPropertyDescriptor(x, key);
      for (const y of [value, get, set]) look(y, name + '.' + String(key));
    }
  };
  look(globalThis, 'globalThis');
  look(require('#autograd'), 'engine');
  look(require('#autograd').tensor([1], { requiresGrad: true }).mul(2), 'result');
  look((function* () {})(), 'generator');
  look(require, 'require');
  return [...new Set(found)].sort();`;

const TANH = ['Math.tanh', 'tanh', '.tanh'];

describe('Math.tanh, where it is forbidden,', () => {
  test.for([
    'return typeof Math.tanh',
    'return typeof Math["ta" + "nh"]',
    'return typeof Object.getOwnPropertyDescriptor(Math, "tanh")',
    'return typeof Reflect.get(Math, "tanh")',
    'const { tanh } = Math; return typeof tanh',
    'return typeof globalThis["Math"].tanh',
    'return typeof [].constructor.constructor("return Math.tanh")()',
    'return typeof (0, eval)("Math.tanh")',
    'return typeof require("#autograd").tensor.constructor("return Math.tanh")()',
  ])('is not there: %s', async (body) => {
    expect(JSON.stringify(await value(['Math.tanh'], body))).not.toMatch(/^"function"|^"object"/);
  });

  test('is found nowhere, nor is what computes the same', async () => {
    expect(await value([], LOOK_EVERYWHERE)).toEqual(
      expect.arrayContaining(['engine.ops.tanh', 'engine.Tensor.prototype.tanh', 'globalThis.Math.tanh']),
    );
    expect(await value(TANH, LOOK_EVERYWHERE)).toEqual([]);
  });

  test('is still there for the engine', async () => {
    expect(await value(['Math.tanh'], 'return args[0].tanh().item()', [tensor(0.5)])).toBe(Math.tanh(0.5));
    expect(await value(['Math.tanh', 'Math.exp'], 'return args[0].sigmoid().item()', [tensor(0)])).toBe(0.5);
  });

  test('is still there for another exercise', async () => {
    expect(await value([], 'return Math.tanh(0.5)')).toBe(Math.tanh(0.5));
  });

  test('the rest of Math is as it was', async () => {
    expect(await value(['Math.tanh'], 'return Math.max(1, Math.sinh(0))')).toBe(1);
  });
});

describe('gradients, where they are to be computed by hand,', () => {
  const BY_HAND = ['.backward', 'backward', 'grad'];

  test.for([
    'return typeof require("#autograd").tensor(1).backward',
    'return typeof require("#autograd").Tensor.prototype.backward',
    'return typeof new (require("#autograd").Value)(1).backward',
    'return typeof require("#autograd").backward + typeof require("#autograd").grad',
    'return typeof require("#autograd").mul(args[0], args[0])["back" + "ward"]',
  ])('are not there: %s', async (body) => {
    expect(await value(BY_HAND, body, [tensor(2)])).toMatch(/^(undefined)+$/);
  });

  test('no graph is recorded from which they could be had', async () => {
    const body = `const e = require("#autograd"); const x = e.tensor(3, { requiresGrad: true });
      const y = e.mul(x, x); return [y.node, y.requiresGrad]`;
    expect(await value(BY_HAND, body)).toEqual([null, false]);
    expect(await value([], body)).not.toEqual([null, false]);
  });

  test('are still computed when the grader asks for them', async () => {
    const code = 'const { mul } = require("#autograd"); exports.f = (a, b) => mul(a, b)';
    const asked = { args: [tensor(2), tensor(5)], cotangents: [tensor(1)] };
    const [got] = await without(BY_HAND, submission(code)).vjp('f', [asked]);
    expect(got).toMatchObject({
      kind: 'answer',
      value: { value: tensor(10), gradients: [tensor(5), tensor(2)] },
    });
  });

  test('are still there for a driver', async () => {
    const driver = `const { grad, mul, tensor } = require("#autograd"); exports.needs = {};
      exports.drive = () => ({ slope: (at) => { const x = tensor(at, { requiresGrad: true }); return typeof grad } })`;
    const modules = [{ ...submission(driver), role: 'driver' as const }, submission('')];
    const [got] = await without(BY_HAND, ...modules).call('slope', [[3]]);
    expect(got).toEqual({ kind: 'answer', value: 'function' });
  });
});

describe('whatever is forbidden goes:', () => {
  test.for<[forbidden: string, body: string, left: unknown]>([
    [
      'softmax',
      'const e = require("#autograd"); return [typeof e.softmax, typeof e.ops.softmax]',
      ['undefined', 'undefined'],
    ],
    ['.softmax', 'return typeof args[0].softmax', 'undefined'],
    [
      '.sort',
      'return typeof [].sort + typeof args[0].sort + typeof Int8Array.prototype.sort',
      'undefinedundefinedundefined',
    ],
    ['JSON', 'return typeof JSON', 'undefined'],
    ['no.such.name', 'return 1', 1],
  ])('%s', async ([forbidden, body, left]) => {
    expect(await value([forbidden], body, [tensor(1)])).toEqual(left);
  });
});

describe('what one exercise does to its realm is seen in no other:', () => {
  test.for([
    'const e = require("#autograd"); e.noGrad(() => { for (;;) { throw 1 } })',
    'globalThis.left = 1',
    'Symbol.left = 1',
    'const t = require("#autograd").tensor(1); t.constructor.left = 1',
  ])('%s', async (body) => {
    await value([], body);
    const seen = `const e = require("#autograd"); const x = e.tensor(3, { requiresGrad: true });
      return [typeof left, typeof Symbol.left, typeof e.Tensor.left, e.mul(x, x).requiresGrad]`;
    expect(await value([], seen)).toEqual(['undefined', 'undefined', 'undefined', true]);
  });

  test('two modules of one realm do meet, as a driver and what it drives must', async () => {
    const house = { realm: 'shared', forbidden: [], limits: defaultLimits };
    const load = async (id: string, code: string) =>
      (await session.subject([{ ...submission(code), id }], house).call('f', [[]]))[0];
    await load(
      'first',
      'exports.f = () => { exports.f.constructor; Object.getPrototypeOf(exports.f); return 0 }',
    );
    expect(await load('second', 'exports.f = () => [] instanceof Array')).toEqual({
      kind: 'answer',
      value: true,
    });
  });
});
