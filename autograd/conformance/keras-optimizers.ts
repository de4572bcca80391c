import { add, sub, type Tensor, tensor, zerosLike } from '#autograd';
import { Adagrad, Adam, type AdamOptions, AdamW, RMSprop, SGD } from '#autograd/optim';
import type { Outcome } from './case.ts';
import { compare, within } from './compare.ts';
import { type Stepped, stepFrom } from './step-from.ts';

interface KerasCase {
  optimizer: string;
  config: Config;
  init: number[];
  grads: number[][];
  expected_after_last_step: number[];
  atol: number;
  rtol: number;
}

interface Config {
  learning_rate?: number;
  momentum?: number;
  nesterov?: boolean;
  rho?: number;
  centered?: boolean;
  beta_1?: number;
  beta_2?: number;
  amsgrad?: boolean;
  weight_decay?: number;
  epsilon?: number;
  initial_accumulator_value?: number;
}

/** Step `t`, counted from 1. */
type Step = (x: Tensor, g: Tensor, kept: Stepped['kept'], t: number) => Stepped;

/** Steps of an optimiser of Keras on the one of the same name here. */
export function checkKerasOptimizer(one: KerasCase): Outcome {
  const { optimizer, config, init, grads, expected_after_last_step, atol, rtol } = one;
  const step = optimisers[optimizer](config);
  const start: Stepped = { x: tensor(init), kept: {} };
  const { x } = grads.reduce(({ x, kept }, g, i) => step(x, tensor(g), kept, i + 1), start);
  return compare([x], [{ shape: [init.length], data: expected_after_last_step }], within(atol, rtol));
}

const optimisers: Record<string, (config: Config) => Step> = {
  /** Nesterov's step without momentum is a plain one. */
  SGD: ({ learning_rate: lr = 0.01, momentum = 0, nesterov = false }) => {
    const options = { lr, momentum, nesterov: nesterov && momentum > 0 };
    return (x, g, kept, t) => stepFrom((params) => new SGD(params, options), x, g, kept, t - 1);
  },

  Adam: (config) => adam(Adam, config),

  AdamW: ({ weight_decay: weightDecay = 0.004, ...config }) => adam(AdamW, config, { weightDecay }),

  /** ε stands under the root, with s. As s ← ρ s + (1 − ρ) g², it is there if it was added before, divided by ρ. */
  RMSprop: ({
    learning_rate: lr = 0.001,
    rho: alpha = 0.9,
    momentum = 0,
    epsilon = 1e-7,
    centered = false,
  }) => {
    const options = { lr, alpha, momentum, eps: 0, centered };
    return (x, g, { square_avg: s = zerosLike(x), ...others }, t) => {
      const kept = { ...others, square_avg: add(s, epsilon / alpha) };
      const after = stepFrom((params) => new RMSprop(params, options), x, g, kept, t - 1);
      return { ...after, kept: { ...after.kept, square_avg: sub(after.kept.square_avg, epsilon) } };
    };
  },

  /** ε stands under the root, with a sum: it may as well be in it from the beginning. */
  Adagrad: ({ learning_rate: lr = 0.001, initial_accumulator_value: first = 0.1, epsilon = 1e-7 }) => {
    const options = { lr, initialAccumulatorValue: first + epsilon, eps: 0 };
    return (x, g, kept, t) => stepFrom((params) => new Adagrad(params, options), x, g, kept, t - 1);
  },
};

/** ε is added to √v, here to √(v / (1 − β₂ᵗ)). */
function adam(Class: typeof Adam, config: Config, more: AdamOptions = {}): Step {
  const { learning_rate: lr = 0.001, beta_1 = 0.9, beta_2 = 0.999, epsilon = 1e-7, amsgrad } = config;
  return (x, g, kept, t) => {
    const eps = epsilon / Math.sqrt(1 - beta_2 ** t);
    const options = { lr, betas: [beta_1, beta_2] as const, eps, amsgrad, ...more };
    return stepFrom((params) => new Class(params, options), x, g, kept, t - 1);
  };
}
