import { seededRng } from '../tensor/random.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { inspect } from './inspect.ts';
import { fixedStepOf, type GradcheckOptions } from './options.ts';
import type { Doubt, GradcheckResult } from './result.ts';
import { type Differentiable, run, slopesOf } from './run.ts';
import { randomCotangents, type Subject } from './trial.ts';

/**
 * Whether `backward` agrees with central differences, for L = Σₖ ⟨cₖ, yₖ⟩ with random cotangents c: every entry of every
 * input, then a random direction through all of them.
 *
 * It also asks whether f and its backward give the same every time, whether the gradient is in proportion to what comes
 * from above, whether gradients add up, and whether f(x, x) is right where f(a, b) is. Steps are chosen by an error
 * estimate (Ridders, 1982); what cannot be judged is `inconclusive`: kinks, and slopes that are lost in rounding.
 *
 * @throws RangeError when there is nothing to differentiate by, or a step or tolerance is none
 * @throws ShapeError when the shape of the result depends on the values
 * @throws whatever f throws
 * @example
 * gradcheck((x) => tanh(x), [tensor([0.1, 0.2])]).verdict; // 'pass'
 */
export function gradcheck(
  f: Differentiable,
  inputs: readonly Tensor[],
  options: GradcheckOptions = {},
): GradcheckResult {
  let subject = subjectOf(f, inputs, options);
  const orders = options.order ?? 1;
  for (let order = 1; order <= orders; order++) {
    const doubt = inspect(subject);
    if (doubt) return atOrder(order, doubt);
    if (order < orders) subject = oneOrderUp(subject);
  }
  return { verdict: 'pass', message: 'the backward agrees with central differences' };
}

/**
 * Whether the gradient of the gradient is right: `gradcheck` of ∂L/∂x as a function of the inputs and of what comes from
 * above, whose places come after those of the inputs. It takes the first order for granted.
 *
 * @throws as `gradcheck`
 * @example
 * gradgradcheck((x) => pow(x, 3), [tensor([1, 2])]).verdict; // 'pass'
 */
export function gradgradcheck(
  f: Differentiable,
  inputs: readonly Tensor[],
  options: GradcheckOptions = {},
): GradcheckResult {
  const doubt = inspect(oneOrderUp(subjectOf(f, inputs, options)));
  return doubt
    ? atOrder(2, doubt)
    : { verdict: 'pass', message: 'the gradient of the gradient agrees with central differences' };
}

/** f as a function of the inputs it is differentiated by. */
function subjectOf(f: Differentiable, all: readonly Tensor[], options: GradcheckOptions): Subject {
  fixedStepOf(options);
  const places = options.wrt ?? [...all.keys()];
  if (places.length === 0 || places.some((i) => !(i in all)))
    throw nothingToDifferentiateBy(places, all.length);
  const withOthers = (xs: readonly Tensor[]) => all.map((x, i) => xs[places.indexOf(i)] ?? x);
  return {
    f: (...xs) => f(...withOthers(xs)),
    inputs: places.map((i) => all[i]),
    places,
    count: all.length,
    options,
    order: 1,
    rng: seededRng(options.seed ?? 1),
  };
}

/** What comes from above is an input too then, behind those that are there. */
function oneOrderUp({ f, inputs, places, count, options, order, rng }: Subject): Subject {
  const upstream = randomCotangents(run(f, inputs).outputs, rng);
  return {
    f: slopesOf(f, inputs.length),
    inputs: [...inputs, ...upstream],
    places: [...places, ...upstream.map((_, k) => count + k)],
    count: count + upstream.length,
    options,
    order: order + 1,
    rng,
  };
}

function atOrder(order: number, doubt: Doubt): Doubt {
  return order === 1 ? doubt : { ...doubt, order, message: `at order ${order}, ${doubt.message}` };
}

function nothingToDifferentiateBy(wrt: readonly number[], count: number): RangeError {
  return new RangeError(
    `gradcheck: there are ${count} inputs, and it is to differentiate by [${wrt.join(', ')}].\n  wrt names at least one of the inputs by its place, from 0.`,
  );
}
