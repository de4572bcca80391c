import { show } from '../tensor/errors.ts';
import { type Rng, randn, seededRng } from '../tensor/random.ts';
import { stridesOf } from '../tensor/shape.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { conclude, type GradcheckResult, judge, PRECISION, type Precision } from './judge.ts';
import { type Estimate, numericalDerivative } from './numerical-derivative.ts';
import { copies, moved, withEntry } from './perturb.ts';
import { vjp } from './vjp.ts';

type Differentiable = (...inputs: Tensor[]) => Tensor;

/**
 * Whether `backward` agrees with central differences, for L = ⟨c, f(inputs)⟩ with a random cotangent c:
 * every entry of every input, then a random direction through all of them.
 *
 * @example
 * gradcheck((x) => tanh(x), [tensor([0.1, 0.2])]).verdict; // 'pass'
 */
export function gradcheck(
  f: Differentiable,
  inputs: readonly Tensor[],
  options: { seed?: number } = {},
): GradcheckResult {
  const rng = seededRng(options.seed ?? 1);
  const y = f(...copies(inputs));
  if (!y.requiresGrad) return { verdict: 'fail', message: 'the result is cut from the graph' };
  const cotangent = randn(y.shape, rng, { dtype: y.dtype });
  const gradients = repeatedGradients(f, inputs, cotangent);
  if (!Array.isArray(gradients)) return gradients;
  const loss: Loss = (xs) => inner(cotangent, f(...xs));
  const precision = PRECISION[y.dtype];
  const entries = inputs.map((_, i) => checkEntries(loss, inputs, i, gradients[i], precision));
  const direction = checkDirection(loss, inputs, gradients, precision, rng);
  return conclude([...entries.flat(), direction]);
}

/** L as a function of the inputs. */
type Loss = (inputs: Tensor[]) => number;

/** The gradients, if two runs agree on them; else the failure. */
function repeatedGradients(
  f: Differentiable,
  inputs: readonly Tensor[],
  cotangent: Tensor,
): Tensor[] | GradcheckResult {
  try {
    const [first, second] = [0, 1].map(() => vjp(f, [...inputs], [cotangent]).gradients);
    const same = first.every((g, i) => g.data.every((x, k) => Object.is(x, second[i].data[k])));
    return same
      ? first
      : { verdict: 'fail', message: 'a second backward gives another gradient than the first' };
  } catch (error) {
    return { verdict: 'fail', message: `backward throws: ${error instanceof Error ? error.message : error}` };
  }
}

function checkEntries(
  loss: Loss,
  inputs: readonly Tensor[],
  i: number,
  gradient: Tensor,
  precision: Precision,
): GradcheckResult[] {
  const slopes = Array.from(inputs[i].data, (at, k) => {
    const along = (t: number) => loss(withEntry(inputs, i, k, t));
    return numericalDerivative(along, at, precision.rounding);
  });
  const scale = largest(slopes);
  return slopes.map((slope, k) => {
    const place = { input: i, index: indexOf(k, inputs[i].shape) };
    return { ...judge(gradient.data[k], slope, scale, precision, nameOf(place)), ...place };
  });
}

function checkDirection(
  loss: Loss,
  inputs: readonly Tensor[],
  gradients: readonly Tensor[],
  precision: Precision,
  rng: Rng,
): GradcheckResult {
  const u = inputs.map((x) => randn(x.shape, rng));
  const along = (t: number) => loss(inputs.map((x, i) => moved(x, u[i], t)));
  const slope = numericalDerivative(along, 0, precision.rounding);
  const terms = gradients.map((g, i) => inner(g, u[i]));
  const scale = Math.max(...terms.map(Math.abs), Math.abs(slope.value));
  const analytic = terms.reduce((a, b) => a + b, 0);
  return judge(analytic, slope, scale, precision, 'along a random direction through all inputs');
}

function inner(a: Tensor, b: Tensor): number {
  let total = 0;
  for (let k = 0; k < a.size; k++) total += a.data[k] * b.data[k];
  return total;
}

function largest(slopes: readonly Estimate[]): number {
  return slopes.reduce((most, { value }) => Math.max(most, Math.abs(value)), 0);
}

function indexOf(k: number, shape: readonly number[]): number[] {
  return stridesOf(shape).map((stride, axis) => Math.floor(k / stride) % shape[axis]);
}

function nameOf(place: { input: number; index: readonly number[] }): string {
  return `input ${place.input}, entry ${show(place.index)}`;
}
