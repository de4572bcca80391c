import { add, backward, logSoftmax, matmul, neg, select, sum, type Tensor, tanh } from '#autograd';
import { linspaceIn } from '../linspace.ts';
import { type Behaviour, type Claim, gradOf } from './claim.ts';

/** −Σₜ log softmax(yₜ)[target], with hₜ = tanh(Wxh x + Whh h + bh), yₜ = Why h + by (Karpathy's min-char-rnn). */
const lossFun: Behaviour = ({ setup, expect }) => {
  const at = (name: string) => linspaceIn(setup.params[name], name !== 'hprev');
  const weights = { Wxh: at('Wxh'), Whh: at('Whh'), Why: at('Why'), bh: at('bh'), by: at('by') };
  let h = at('hprev');
  let loss: Tensor | null = null;
  setup.inputs.forEach((input: number, t: number) => {
    const column = select(weights.Wxh, 1, input).unsqueeze(1);
    h = tanh(add(add(column, matmul(weights.Whh, h)), weights.bh));
    const y = add(matmul(weights.Why, h), weights.by);
    const lost = neg(select(logSoftmax(y, 0), 0, setup.targets[t]));
    loss = loss ? add(loss, lost) : lost;
  });
  const total = sum(loss!);
  backward(total);
  return [
    ['loss', total.item(), expect.loss],
    ['h', [...h.data], expect.h_last],
    ...Object.entries(weights).map(([name, w]): Claim => [`${name}.grad`, gradOf(w), expect.grads[name]]),
  ];
};

export const charRnn: Record<string, Behaviour> = { 'min-char-rnn-lossfun': lossFun };
