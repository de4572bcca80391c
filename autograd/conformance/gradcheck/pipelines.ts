import { add, grad, mul, select, sin, sum, type Tensor, tensor } from '#autograd';
import { type GradcheckOptions, type GradcheckResult, gradcheck } from '#autograd/check';

type Function = (...xs: Tensor[]) => Tensor;

const r = tensor([0.3, 0.1, -0.4, 0.1, 0.5, -0.9, 0.2, 0.6, -0.5, 0.3]);
const dot = (a: Tensor, b: Tensor) => sum(mul(a, b));
const ofDot: Function = (x) => sin(dot(x, r));

/** (x, v) ↦ sin⟨v, ∇f(x)⟩ */
const alongGradient =
  (f: Function): Function =>
  (x, v) =>
    sin(dot(v, grad(f(x), [x], { createGraph: true })[0]));

/** b = a + 1, c = b + 1.5, d = a + b, e = d + c; `of` is what c takes of b. */
const diamond =
  (of: (b: Tensor) => Tensor): Function =>
  (a) => {
    const b = add(a, 1);
    return add(add(a, b), add(of(b), 1.5));
  };

const sumOfSines =
  (axis?: number, keepDims = false): Function =>
  (x) =>
    sum(sin(x), axis, keepDims);

/** x · d(x y)/dy at y = 2, that is x². */
const enclosing: Function = (x) => {
  const y = tensor(2, { requiresGrad: true });
  return mul(x, grad(mul(x, y), [y], { createGraph: true })[0]);
};

const functions: Record<string, Function> = {
  'gc-hips-fanout': (x) => sin(add(sin(x), sin(x))),
  'gc-hips-third-other-args': (x, y) => sin(add(sin(x), sin(y))),
  'gc-hips-hvp': ofDot,
  'gc-hips-mutating-outgrad': diamond((b) => b),
  'gc-hips-mutating-outgrad-indexing': diamond((b) => select(b, 0, 0)),
  'gc-hips-singleton_array_output': sumOfSines(undefined, true),
  'gc-hips-singleton_array_output_axis0': sumOfSines(0),
  'gc-hips-singleton_array_output_axis1': sumOfSines(1),
  'gc-hips-singleton_array_output_axis0_keepdims': sumOfSines(0, true),
  'gc-hips-singleton_array_output_axis1_keepdims': sumOfSines(1, true),
  'gc-hips-const': () => tensor(1),
  'gc-hips-identity': (x) => x,
  'gc-hips-enclosing-scope': enclosing,
};

/** Expressions that must be accepted up to an order. */
export function pipeline(id: string, inputs: readonly Tensor[], options: GradcheckOptions): GradcheckResult {
  const f = functions[id];
  if (!f) throw new Error(`there is no function for ${id}`);
  const result = gradcheck(f, inputs, options);
  if (id !== 'gc-hips-hvp' || result.verdict !== 'pass') return result;
  return gradcheck(alongGradient(f), [...inputs, r], { ...options, wrt: [0, 1] });
}
