import { einsum } from '#autograd';
import { layerNorm, linear } from '#autograd/nn';
import { conv1d } from '../conv1d.ts';
import { gemm, normalized, scaled, spreadOver, standardized } from '../layers.ts';
import { named, type Operator } from './call.ts';

export const layers: Record<string, Operator> = {
  addmm: named('a b', (c, { a, b, alpha, beta }) => gemm(a, b, { c, alpha, beta })),
  einsum: named('equation', (xs, { equation }) => einsum(equation, ...xs)),
  'nn.functional.linear': named('weight bias', (x, { weight, bias }) => linear(x, weight, bias)),
  'nn.functional.conv1d': named('weight bias', (x, { weight, bias, ...options }) =>
    conv1d(x, weight, bias, options),
  ),
  'nn.functional.layer_norm': named('shape weight bias', (x, { shape, weight, bias, eps }) =>
    layerNorm(x, shape, weight, bias, eps),
  ),
  'nn.functional.batch_norm': named('mean var weight bias', (x, { training, eps, ...given }) => {
    const channel = x.rank > 1 ? 1 : 0;
    const others = [...x.shape.keys()].filter((axis) => axis !== channel);
    const [m, v, s, t] = [given.mean, given.var, given.weight, given.bias].map((p) =>
      spreadOver(p, [channel], x.rank),
    );
    return scaled(training ? normalized(x, others, eps) : standardized(x, m!, v!, eps), s, t);
  }),
};
