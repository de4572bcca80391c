/** For the tests only: right answers in ten styles. */
export const rightSolutions: Record<string, string> = {
  neuron: `
import type { Vector } from '#autograd';

export function weightedSum(x: Vector, w: Vector, b: number): number {
  if (x.length !== w.length) throw new RangeError(\`x has \${x.length} entries, w has \${w.length}\`);
  return x.reduce((sum, xi, i) => sum + xi * w[i]!, b);
}
export const neuron = (x: Vector, w: Vector, b: number, f: (z: number) => number) => f(weightedSum(x, w, b));
`,
  activations: `
type Vector = number[];
const { exp, abs, sign, max } = Math;

export const sigmoid = (z: number): number => (z >= 0 ? 1 / (1 + exp(-z)) : exp(z) / (1 + exp(z)));
export function tanh(z: number): number {
  const e = exp(-2 * abs(z)); // like Math.tanh, without its overflow
  return (sign(z) * (1 - e)) / (1 + e);
}
export const relu = (z: number): number => max(0, z);
export function softmax(z: Vector): Vector {
  const top = Math.max(...z);
  const e = z.map((v) => Math.exp(v - top));
  const total = e.reduce((a, b) => a + b, 0);
  return e.map((v) => v / total);
}
export const tanhSlope = (y: number) => 1 - y * y;
const byName = { sigmoid, tanh, relu };
export const apply = (name: keyof typeof byName, z: number) => byName[name](z);
export const both = (z: number) => [byName.tanh(z), byName['tanh'](z)];
`,
  'activations with a table': `
export class Activations {
  static readonly table = new Map<string, (z: number) => number>([['tanh', (z) => Activations.tanh(z)]]);
  static tanh(z: number) {
    const M = Math;
    return z > 20 ? 1 : z < -20 ? -1 : (M.exp(2 * z) - 1) / (M.exp(2 * z) + 1);
  }
}
export const { tanh } = Activations;
`,
  layers: `
import { type Matrix, type Vector } from '#autograd';
const dot = (a: Vector, b: Vector) => a.reduce((s, v, i) => s + v * b[i]!, 0);
export const affine = (W: Matrix, x: Vector, b: Vector): Vector => W.map((row, i) => dot(row, x) + b[i]!);
`,
  'gradient descent': `
import { Vector } from '#autograd';
export function descend(gradient: (w: Vector) => Vector, w0: Vector, learningRate: number, steps: number): Vector[] {
  const path: Vector[] = [[...w0]];
  for (let step = 0; step < steps; step++) {
    const w = path.at(-1)!;
    const g = gradient(w);
    path.push(w.map((wi, i) => wi - learningRate * g[i]!));
  }
  return path;
}
`,
  'chain rule': `
interface Params { w1: number; b1: number; w2: number; b2: number }
export function forward(p: Params, x: number) {
  const z = p.w1 * x + p.b1;
  const a = tanh(z);
  return { z, a, yhat: p.w2 * a + p.b2 };
}
function tanh(z: number): number {
  const [up, down] = [Math.exp(z), Math.exp(-z)];
  return (up - down) / (up + down);
}
`,
  'scalar engine': `
type Operand = Value | number;
export class Value {
  grad = 0;
  #inputs: Value[] = [];
  #pull: () => void = () => {};
  constructor(public data: number) {}
  static from(v: Operand): Value { return v instanceof Value ? v : new Value(v); }
  mul(other: Operand): Value {
    const that = Value.from(other);
    const out = new (this.constructor as typeof Value)(this.data * that.data);
    out.#inputs = [this, that];
    out.#pull = () => { this.grad += that.data * out.grad; that.grad += this.data * out.grad; };
    return out;
  }
  tanh(): Value {
    const t = 1 - 2 / (Math.exp(2 * this.data) + 1);
    return new Value(t);
  }
}
export function topologicalOrder(root: Value): Value[] {
  const order: Value[] = [], process: [Value, number][] = [[root, 0]];
  outer: while (process.length) { process.pop(); continue outer; }
  return order;
}
`,
  'matmul backward': `
import { matmul, transpose, type Tensor } from '#autograd';
export function matmulBackward(dY: Tensor, A: Tensor, B: Tensor): [Tensor, Tensor] {
  return [matmul(dY, transpose(B, 0, 1)), matmul(transpose(A, 0, 1), dY)];
}
`,
  'rnn cell': `
import * as ag from '#autograd';
import type { Tensor } from '#autograd';
export interface Params { Wxh: Tensor; Whh: Tensor; bh: Tensor; Why: Tensor; by: Tensor }
export function rnnCell(x: Tensor, h: Tensor, p: Params): { y: Tensor; h: Tensor } {
  const next = ag.tanh(ag.add(ag.add(ag.matmul(x, p.Wxh.transpose(0, 1)), h.matmul(p.Whh.transpose(0, 1))), p.bh));
  return { y: next.matmul(p.Why.transpose(0, 1)).add(p.by), h: next };
}
`,
  'rnn cell in a class': `
import { tanh, type Tensor } from '#autograd';
abstract class Cell { abstract step(x: Tensor, h: Tensor): Tensor; }
export class RNNCell extends Cell {
  declare readonly name: string;
  private readonly f: (z: Tensor) => Tensor = tanh;
  constructor(private readonly W: Tensor, private readonly U: Tensor) { super(); }
  override step(x: Tensor, h: Tensor) { return this.f(x.matmul(this.W).add(h.matmul(this.U))); }
}
export default RNNCell;
`,
};
