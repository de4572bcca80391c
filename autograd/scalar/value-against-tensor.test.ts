import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Tensor, tensor, Value } from '#autograd';

/** What both engines can do. */
interface Scalar<T> {
  add(x: T): T;
  sub(x: T): T;
  mul(x: T): T;
  div(x: T): T;
  pow(n: number): T;
  neg(): T;
  exp(): T;
  tanh(): T;
  relu(): T;
}

const instructions = fc.array(
  fc.record({
    name: fc.constantFrom('add', 'sub', 'mul', 'div', 'square', 'neg', 'exp', 'tanh', 'relu'),
    i: fc.nat(),
    j: fc.nat(),
  }),
  { minLength: 1, maxLength: 25 },
);
type Program = (typeof instructions)['generate'] extends (...args: never[]) => { value: infer P } ? P : never;

/** Each instruction works on earlier results and adds one of its own, between -1 and 1; the last is the answer. */
function run<T extends Scalar<T>>(program: Program, inputs: T[]): T {
  const made = [...inputs];
  for (const { name, i, j } of program) {
    const [a, b] = [made[i % made.length], made[j % made.length]];
    made.push(step(name, a, b).tanh());
  }
  return made[made.length - 1];
}

function step<T extends Scalar<T>>(name: string, a: T, b: T): T {
  if (name === 'square') return a.pow(2);
  if (name === 'div') return a.div(b.exp());
  if (name === 'add' || name === 'sub' || name === 'mul') return a[name](b);
  return a[name as 'neg' | 'exp' | 'tanh' | 'relu']();
}

const close = (a: number, b: number) =>
  expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-12 + 1e-10 * Math.abs(b));

it('both engines compute the same values and gradients, whatever the program', () => {
  const numbers = fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: 3, maxLength: 3 });
  const property = (program: Program, at: number[]) => {
    const values = at.map((x) => new Value(x));
    const tensors = at.map((x) => tensor(x, { requiresGrad: true }));
    const [v, t] = [run<Value>(program, values), run<Tensor>(program, tensors)];
    v.backward();
    t.backward();
    close(v.data, t.item());
    values.forEach((x, i) => {
      close(x.grad, tensors[i].grad?.item() ?? 0);
    });
  };
  fc.assert(fc.property(instructions, numbers, property), { numRuns: 300 });
});
