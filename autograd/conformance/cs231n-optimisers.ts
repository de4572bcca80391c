import { mul, type NestedLike, type Tensor } from '#autograd';
import { Adam, RMSprop, SGD } from '#autograd/optim';
import type { Case, Outcome } from './case.ts';
import { within } from './compare.ts';
import { decode, type Encoded } from './decode.ts';
import { compareNested } from './named.ts';
import { stepFrom } from './step-from.ts';

interface OptimiserCase extends Case {
  w: Encoded;
  dw: Encoded;
  config: Config;
  /** `next_w` and the state after the step. */
  expected: Record<string, NestedLike>;
}

interface Config {
  lr: number;
  momentum: number;
  velocity: Encoded;
  cache: Encoded;
  t_before: number;
  m: Encoded;
  v: Encoded;
}

/** A step of an optimiser from the course's notebooks, which print eight decimals. */
export function checkCs231nOptimiser({ id, w, dw, config, expected }: OptimiserCase): Outcome {
  return compareNested(steps[id](decode(w), decode(dw), config), expected, within(1e-8, 0));
}

const steps: Record<string, (x: Tensor, g: Tensor, config: Config) => Record<string, Tensor>> = {
  /** Their velocity has the rate in it, and points downhill. */
  'cs231n-sgd-momentum': (x, g, { lr, momentum, velocity }) => {
    const before = { momentum_buffer: mul(decode(velocity), -1 / lr) };
    const after = stepFrom((params) => new SGD(params, { lr, momentum }), x, g, before, 1);
    return { next_w: after.x, velocity: mul(after.kept.momentum_buffer, -lr) };
  },

  'cs231n-rmsprop': (x, g, { lr, cache }) => {
    const before = { square_avg: decode(cache) };
    const after = stepFrom((params) => new RMSprop(params, { lr }), x, g, before, 0);
    return { next_w: after.x, cache: after.kept.square_avg };
  },

  'cs231n-adam': (x, g, { lr, t_before, m, v }) => {
    const before = { exp_avg: decode(m), exp_avg_sq: decode(v) };
    const after = stepFrom((params) => new Adam(params, { lr }), x, g, before, t_before);
    return { next_w: after.x, m: after.kept.exp_avg, v: after.kept.exp_avg_sq };
  },
};
