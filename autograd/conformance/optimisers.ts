import { mul, type Tensor } from '#autograd';
import { Adagrad, Adam, SGD } from '#autograd/optim';
import { stepFrom } from './step-from.ts';

/** Steps of optimisers as ONNX has them: rate, number of the step, then every x, every gradient, every state. */

interface Settings {
  alpha: number;
  beta: number;
  epsilon: number;
  decay_factor: number;
  norm_coefficient: number;
  norm_coefficient_post?: number;
  mode: 'standard' | 'nesterov';
}

/** One parameter: x, its gradient, its states; it answers x and the states after the step. */
type Step = (rate: number, t: number, x: Tensor, g: Tensor, ...states: Tensor[]) => Tensor[];

/** Every parameter's step; the results come by kind, as the inputs did. */
function stepOfEach([rate, t, ...rest]: Tensor[], states: number, step: Step): Tensor[] {
  const count = rest.length / (2 + states);
  const results = Array.from({ length: count }, (_, i) => {
    const [x, g, ...own] = rest.filter((_, k) => k % count === i);
    return step(rate.item(), t.item(), x, g, ...own);
  });
  return Array.from({ length: 1 + states }, (_, kind) => results.map((result) => result[kind])).flat();
}

export function momentum(inputs: Tensor[], settings: Partial<Settings>): Tensor[] {
  const { alpha, beta, norm_coefficient: weightDecay, mode } = settings as Settings;
  return stepOfEach(inputs, 1, (lr, t, x, g, v) => {
    const dampening = t > 0 ? 1 - beta : 0;
    const options = { lr, momentum: alpha, dampening, weightDecay, nesterov: mode === 'nesterov' };
    // ONNX's step 0 has a velocity already, so for SGD it is not the first
    const { x: y, kept } = stepFrom(
      (params) => new SGD(params, options),
      x,
      g,
      { momentum_buffer: v },
      t + 1,
    );
    return [y, kept.momentum_buffer];
  });
}

export function adagrad(inputs: Tensor[], settings: Partial<Settings>): Tensor[] {
  const { decay_factor: lrDecay, epsilon: eps, norm_coefficient: weightDecay } = settings as Settings;
  return stepOfEach(inputs, 1, (lr, t, x, g, h) => {
    const options = { lr, lrDecay, weightDecay, eps };
    const { x: y, kept } = stepFrom((params) => new Adagrad(params, options), x, g, { sum: h }, t);
    return [y, kept.sum];
  });
}

/** β is 0 to this power: there is no bias left to correct. */
const LONG_AFTER = 2 ** 50;

export function adam(inputs: Tensor[], settings: Partial<Settings>): Tensor[] {
  const {
    alpha,
    beta,
    epsilon,
    norm_coefficient: weightDecay,
    norm_coefficient_post = 0,
  } = settings as Settings;
  return stepOfEach(inputs, 2, (lr, t, x, g, v, h) => {
    // step 0 corrects no bias; later ones add ε before they do, to √h and not to √(h / (1 − βᵗ))
    const steps = t > 0 ? t - 1 : LONG_AFTER;
    const eps = t > 0 ? epsilon / Math.sqrt(1 - beta ** t) : epsilon;
    const options = { lr, betas: [alpha, beta] as const, eps, weightDecay };
    const kept = { exp_avg: v, exp_avg_sq: h };
    const after = stepFrom((params) => new Adam(params, options), x, g, kept, steps);
    // this decay comes after the step, AdamW's before it
    const y = mul(after.x, 1 - norm_coefficient_post);
    return [y, after.kept.exp_avg, after.kept.exp_avg_sq];
  });
}
