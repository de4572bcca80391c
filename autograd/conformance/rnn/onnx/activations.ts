import { clamp, relu, sigmoid, type Tensor, tanh } from '#autograd';
import { hardSigmoid } from '../../activations.ts';
import type { Activation } from '../composed/step.ts';
import type { Attributes, OnnxRnn } from './case.ts';

const DEFAULTS = { rnn: ['tanh'], lstm: ['sigmoid', 'tanh', 'tanh'], gru: ['sigmoid', 'tanh'] };

const PLAIN: Record<string, Activation> = { relu, sigmoid, tanh };

/** Those of one direction: for an LSTM of its gates, of the candidate, of the memory cell. */
export function activationsOf(cell: OnnxRnn['cell'], direction: number, attrs: Attributes): Activation[] {
  const count = DEFAULTS[cell].length;
  const { activations: names = DEFAULTS[cell], clip } = attrs;
  // WebNN has one list for both directions
  const own = names.length > count ? names.slice(count * direction, count * (direction + 1)) : names;
  return named(own, attrs).map((f) => (clip ? (x) => f(clamp(x, -clip, clip)) : f));
}

/** Slopes and shifts stand in the order of those that have some. */
function named(names: string[], { activation_alpha = [], activation_beta = [] }: Attributes): Activation[] {
  const [alphas, betas] = [activation_alpha.values(), activation_beta.values()];
  return names.map((name) => {
    if (name !== 'hardsigmoid') return PLAIN[name.toLowerCase()];
    const [alpha, beta] = [alphas.next().value, betas.next().value];
    return (x: Tensor) => hardSigmoid(x, alpha, beta);
  });
}
