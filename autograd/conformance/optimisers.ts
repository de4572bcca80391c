import { add, div, mul, sqrt, sub, type Tensor } from '#autograd';

/** Steps of optimisers as ONNX writes them: rate, number of the step, then every x, every gradient, every state. */

interface Settings {
  alpha: number;
  beta: number;
  epsilon: number;
  decay_factor: number;
  norm_coefficient: number;
  norm_coefficient_post?: number;
  mode: 'standard' | 'nesterov';
}

/** One parameter: x, its gradient with weight decay in it, its states; it answers x and the states after the step. */
type Step = (rate: number, t: number, x: Tensor, g: Tensor, ...states: Tensor[]) => Tensor[];

/** Every parameter's step; the results come by kind, as the inputs did. */
function stepOfEach([rate, t, ...rest]: Tensor[], states: number, decay: number, step: Step): Tensor[] {
  const count = rest.length / (2 + states);
  const results = Array.from({ length: count }, (_, i) => {
    const [x, g, ...own] = rest.filter((_, k) => k % count === i);
    return step(rate.item(), t.item(), x, add(g, mul(x, decay)), ...own);
  });
  return Array.from({ length: 1 + states }, (_, kind) => results.map((result) => result[kind])).flat();
}

export function momentum(inputs: Tensor[], settings: Partial<Settings>): Tensor[] {
  const { alpha, beta, norm_coefficient, mode } = settings as Settings;
  return stepOfEach(inputs, 1, norm_coefficient, (rate, t, x, g, v) => {
    const next = add(mul(v, alpha), mul(g, t > 0 ? beta : 1));
    const direction = mode === 'nesterov' ? add(g, mul(next, alpha)) : next;
    return [sub(x, mul(direction, rate)), next];
  });
}

export function adagrad(inputs: Tensor[], settings: Partial<Settings>): Tensor[] {
  const { decay_factor, epsilon, norm_coefficient } = settings as Settings;
  return stepOfEach(inputs, 1, norm_coefficient, (rate, t, x, g, h) => {
    const next = add(h, mul(g, g));
    const step = mul(div(g, add(sqrt(next), epsilon)), rate / (1 + t * decay_factor));
    return [sub(x, step), next];
  });
}

export function adam(inputs: Tensor[], settings: Partial<Settings>): Tensor[] {
  const { alpha, beta, epsilon, norm_coefficient, norm_coefficient_post = 0 } = settings as Settings;
  return stepOfEach(inputs, 2, norm_coefficient, (rate, t, x, g, v, h) => {
    const [v1, h1] = [add(mul(v, alpha), mul(g, 1 - alpha)), add(mul(h, beta), mul(mul(g, g), 1 - beta))];
    const adjusted = t > 0 ? (rate * Math.sqrt(1 - beta ** t)) / (1 - alpha ** t) : rate;
    const y = sub(x, mul(div(v1, add(sqrt(h1), epsilon)), adjusted));
    return [mul(y, 1 - norm_coefficient_post), v1, h1];
  });
}
