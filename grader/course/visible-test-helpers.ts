/** The few functions that a generated test brings along, so that it needs nothing but vitest and fast-check. */

export type HelperName =
  | 'example'
  | 'property'
  | 'metamorphic'
  | 'gradient'
  | 'differentiable'
  | 'expectClose'
  | 'flatten';

interface Helper {
  name: HelperName;
  /** The helpers that call this one. */
  neededBy: HelperName[];
  text: string;
}

export const HELPERS: Helper[] = [
  {
    name: 'example',
    neededBy: [],
    text: `/** Worked examples: what a call gives. */
function example(cases: { call: keyof Student; with: unknown[]; gives: unknown }[]): void {
  for (const { call, with: args, gives } of cases) {
    expectClose((student[call] as (...args: unknown[]) => unknown)(...args), gives);
  }
}`,
  },
  {
    name: 'property',
    neededBy: [],
    text: `/** A claim that holds for every input; fast-check looks for one where it does not, and makes it small. */
function property<Inputs extends unknown[]>(
  given: fc.Arbitrary<Inputs>,
  holds: (student: Student, ...inputs: Inputs) => boolean,
): void {
  fc.assert(fc.property(given, (inputs) => holds(student, ...inputs)));
}`,
  },
  {
    name: 'metamorphic',
    neededBy: [],
    text: `/** Two values that are the same for every input. */
function metamorphic<Inputs extends unknown[]>(
  given: fc.Arbitrary<Inputs>,
  same: (student: Student, ...inputs: Inputs) => [unknown, unknown],
): void {
  fc.assert(fc.property(given, (inputs) => expectClose(...same(student, ...inputs))));
}`,
  },
  {
    name: 'gradient',
    neededBy: [],
    text: `/** Gradients that you return are those of central differences of your own function. */
function gradient<K extends keyof Student>(
  call: K,
  given: fc.Arbitrary<Parameters<Student[K]>>,
  claimed: (answer: ReturnType<Student[K]>) => number[],
  of: (student: Student, ...args: Parameters<Student[K]>) => { f(point: number[]): number; at: number[] },
): void {
  const compute = student[call] as unknown as (...args: Parameters<Student[K]>) => ReturnType<Student[K]>;
  const check = (args: Parameters<Student[K]>) => {
    const { f, at } = of(student, ...args);
    const move = (i: number, t: number) => at.map((x, j) => (j === i ? x + t : x));
    const numeric = at.map((_, i) => numericalDerivative((t) => f(move(i, t)), 0).value);
    expectClose(claimed(compute(...args)), numeric, 1e-6);
  };
  fc.assert(fc.property(given, check), { numRuns: 25 });
}`,
  },
  {
    name: 'differentiable',
    neededBy: [],
    text: `/** The gradients that the engine finds through your function are those of its central differences. */
function differentiable<Args extends unknown[], Result extends Tensor>(
  f: (...args: Args) => Result,
  given: fc.Arbitrary<Args>,
): void {
  const check = (args: Args) => {
    const ones = f(...args).data.map(() => 1);
    const { gradients } = vjp(f, args, [new Tensor(ones, f(...args).shape)]);
    const sumAt = (k: number, i: number, t: number) => {
      let seen = 0;
      const move = ({ data, shape }: Tensor, here: boolean) => new Tensor(data.map((x, j) => (here && j === i ? x + t : x)), shape);
      const moved = mapTensors(args, (tensor) => move(tensor, seen++ === k));
      return Array.from(f(...moved).data).reduce((total, x) => total + x, 0);
    };
    const numeric = tensorsIn(args).map(({ data }, k) => Array.from(data, (_, i) => numericalDerivative((t) => sumAt(k, i, t), 0).value));
    expectClose(gradients.map(({ data }) => Array.from(data)), numeric, 1e-6);
  };
  fc.assert(fc.property(given, check), { numRuns: 5 });
}`,
  },
  {
    name: 'expectClose',
    neededBy: ['example', 'metamorphic', 'gradient', 'differentiable'],
    text: `/** Equal in structure, and each number within the tolerance. */
function expectClose(got: unknown, expected: unknown, relative = 1e-7): void {
  const [a, b] = [flatten(got), flatten(expected)];
  const close = a.length === b.length && a.every((x, i) => x === b[i] || Math.abs(Number(x) - Number(b[i])) <= 1e-9 + relative * Math.abs(Number(b[i])));
  if (!close) expect(got).toEqual(expected);
}`,
  },
  {
    name: 'flatten',
    neededBy: ['example', 'metamorphic', 'gradient', 'differentiable'],
    text: `/** The numbers of a value, each list and tensor preceded by its size, each member of an object by its name. */
function flatten(value: unknown): unknown[] {
  if (value instanceof Tensor) return ['tensor', ...value.shape, ...value.data];
  if (Array.isArray(value)) return [value.length, ...value.flatMap(flatten)];
  if (typeof value !== 'object' || value === null) return [value];
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return members.flatMap(([name, item]) => [name, ...flatten(item)]);
}`,
  },
];
