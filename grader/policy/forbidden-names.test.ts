import { describe, expect, test } from 'vitest';
import { violations } from './index.ts';

const policy = { engine: true, forbidden: ['Math.tanh', '.backward', 'grad', 'structuredClone', 'nn.LSTM'] };
const accused = (text: string) => violations(text, policy).map(({ what }) => what);
const notHere = (name: string) => `\`${name}\` is not allowed in this exercise`;
const onlyByName = '`Math` may only be used as `Math.name` in this exercise';

describe('Math.tanh is found', () => {
  test.each([
    'Math.tanh(x)',
    'Math?.tanh(x)',
    'Math!.tanh(x)',
    '(Math as any).tanh(x)',
    '(<any>Math).tanh(x)',
    '(0, Math).tanh(x)',
    "Math['tanh'](x)",
    'Math[`tanh`](x)',
    "Math['ta' + 'nh'](x)",
    'Math[`$'.concat("{'ta'}nh`](x)"),
    "Math[('tanh' as const)](x)",
    'Math.t\\u0061nh(x)',
    '[1, 2].map(Math.tanh)',
    'Math.tanh.call(null, x)',
    'class A extends (Math.tanh as any) {}',
    'Math.tanh<number>;',
    'const { tanh } = Math',
    'const { exp, tanh: t } = Math',
    "const { ['tanh']: t } = Math",
    "const { 'tanh': t = f } = Math",
    'let t; ({ tanh: t } = Math)',
    'let t; ({ tanh: t = f } = Math)',
    'let tanh; ({ tanh } = Math)',
    'function f({ tanh } = Math) {}',
    'const M = Math; M.tanh(x)',
    'f(); function f() { return M.tanh(x) } const M = Math',
    'let M; M = Math; M.tanh(x)',
    'const A = Math, B = A; B.tanh(x)',
    'const M = Math; const { tanh } = M',
    'function f(M = Math) { return M.tanh(x) }',
  ])('%s', (text) => {
    expect(accused(text)).toEqual([notHere('Math.tanh')]);
  });

  test.each([
    'declare const Math: any; Math.tanh(x)',
    "import type { Math } from '#autograd'; Math.tanh(x)",
    'interface Math {} Math.tanh(x)',
    'function Math(): void; Math.tanh(x)',
    '{ const Math = other; } Math.tanh(x)',
    'for (const Math of all) {} Math.tanh(x)',
    'const f = function Math() {}; Math.tanh(x)',
    'try {} catch (Math) {} Math.tanh(x)',
    'function f(a = Math.tanh(x)) { var Math = other; }',
  ])('behind a name that is not there when it runs: %s', (text) => {
    expect(accused(text)).toEqual([notHere('Math.tanh')]);
  });

  test('through globalThis, which is forbidden itself', () => {
    const both = [notHere('Math.tanh'), '`globalThis` is not allowed in a submission'];
    expect(accused('globalThis.Math.tanh(x)').sort()).toEqual(both);
    expect(accused("const g = globalThis; g['Math'].tanh(x)").sort()).toEqual(both);
    expect(accused('const { Math: { tanh } } = globalThis').sort()).toEqual(both);
    expect(accused('const { Math: M } = globalThis; M.tanh(x)').sort()).toEqual(both);
  });
});

describe('Math may not go where nobody can follow it', () => {
  test.each([
    'Math[name](x)',
    'const { [name]: t } = Math',
    'const { exp, ...others } = Math',
    "Reflect.get(Math, 'tanh')",
    'const all = { Math }',
    'const all = [Math]',
    'o.m = Math',
    'const M = cond ? Math : f',
    'const M = Math; use(M)',
  ])('%s', (text) => {
    expect(accused(text)).toEqual([onlyByName]);
  });
});

describe('what only looks like Math.tanh is not accused', () => {
  test.each([
    'const tanh = (z: number) => (Math.exp(z) - Math.exp(-z)) / (Math.exp(z) + Math.exp(-z)); tanh(1)',
    'export function tanh(z: number) { return 2 * sigmoid(2 * z) - 1; }',
    'const ops = { tanh: (z: number) => z, Math: 1 }; ops.tanh(1)',
    'function f(Math: any) { return Math.tanh(1); }',
    'const f = (Math: any) => Math.tanh(1)',
    'const f = ({ Math }: any) => Math.tanh(1)',
    'const f = ([, Math]: any) => Math.tanh(1)',
    'function f() { if (a) { var Math = other; } return Math.tanh(1); }',
    'function f() { return Math.tanh(1); } const Math = other;',
    'try {} catch (Math) { Math.tanh(1) }',
    'for (const Math of all) Math.tanh(1)',
    'switch (a) { case 1: let Math = other; Math.tanh(1) }',
    'class Math { static tanh() {} } Math.tanh(1)',
    'enum Math { tanh } Math.tanh',
    'const f = function Math() { return Math.tanh; }',
    'class A { static { var Math = other; Math.tanh(1); } }',
    'class A { Math = 1; tanh() { return this.Math.tanh } }',
    "import { tanh } from '#autograd'; tanh(x)",
    "import * as ag from '#autograd'; ag.tanh(x); x.tanh()",
    "import { Math } from '#autograd'; Math.sin(x)",
    'type T = typeof Math.tanh; let f: typeof Math;',
    "// Math.tanh\nconst text = 'Math.tanh' + `Math.tanh`",
    'Math.exp(1); const { exp, PI } = Math; const M = Math; M.max(1); typeof Math;',
    'Math: for (;;) break Math;',
  ])('%s', (text) => {
    expect(accused(text)).toEqual([]);
  });
});

describe('a member that is forbidden on anything', () => {
  test.each([
    'loss.backward()',
    'loss?.backward()',
    "loss['back' + 'ward']()",
    'this.backward',
    'const { backward } = loss',
    'const { loss: { backward: b } } = all',
    'for (const { backward } of losses) {}',
    'const f = ({ backward }: any) => 1',
    "import { backward } from '#autograd'",
    'let b; [{ a: b }] = c; ({ backward: b } = loss)',
  ])('is found in %s', (text) => {
    expect(accused(text)).toEqual([notHere('.backward')]);
  });

  test.each([
    'function backward() {} backward()',
    'const o = { backward: 1 }',
    "const backward = 'backward'",
    'f(backwards.x)',
  ])('is not found in %s', (text) => {
    expect(accused(text)).toEqual([]);
  });
});

describe('a name without a dot is the global one or the export of the engine', () => {
  test.each([
    ['structuredClone(x)', 'structuredClone'],
    ["import { grad } from '#autograd'", 'grad'],
    ["import { grad as g } from '#autograd'", 'grad'],
    ["import * as ag from '#autograd'; ag.grad(y, [x])", 'grad'],
    ["import * as ag from '#autograd'; const { grad } = ag", 'grad'],
    ["import { nn } from '#autograd'; new nn.LSTM(1, 2)", 'nn.LSTM'],
    ["import { nn as layers } from '#autograd'; const { LSTM } = layers", 'nn.LSTM'],
  ])('%s', (text, name) => {
    expect(accused(text)).toEqual([notHere(name)]);
  });

  test('and no other', () => {
    expect(accused('const grad = 1; x.grad = grad; function structuredClone() {} structuredClone()')).toEqual(
      [],
    );
    expect(accused("import { nn } from '#autograd'; new nn.Linear(1, 2)")).toEqual([]);
  });
});

describe('what reaches out is forbidden everywhere', () => {
  test.each([
    ["eval('1')", 'eval'],
    ["(0, eval)('1')", 'eval'],
    ["const e = eval; e('1')", 'eval'],
    ["new Function('return 1')", 'Function'],
    ["Function('return 1')", 'Function'],
    ['process.exit(0)', 'process'],
    ["globalThis['x']", 'globalThis'],
    ['export { process }', 'process'],
    ['const o = { require }', 'require'],
  ])('%s', (text, name) => {
    expect(accused(text)).toEqual([`\`${name}\` is not allowed in a submission`]);
  });

  test.each([
    'function process(x: number[]) { return x; } process([1])',
    'const o = { eval: 1, process: 2 }; o.eval + o.process',
    'let f: Function; if (f instanceof Function) f()',
    "typeof process === 'undefined'",
    'class Model { process() {} require() { this.process(); } }',
  ])('but not %s', (text) => {
    expect(accused(text)).toEqual([]);
  });
});
