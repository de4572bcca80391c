import { describe, expect, it } from 'vitest';
import { grad, mul, reshape, type Shape, sum, type Tensor, tensor } from '#autograd';
import {
  attend,
  binaryCrossEntropyWithLogits,
  crossEntropy,
  embedding,
  layerNorm,
  mseLoss,
  nllLoss,
} from '#autograd/nn';
import modules from '../../fixtures/pytorch/modules.json' with { type: 'json' };
import { expectClose } from './recurrent/testing/close.ts';

interface Encoded {
  shape: Shape;
  data: number[];
}

type Tensors = Record<string, Tensor>;

/** As fixtures/pytorch/modules.py says. */
interface Case {
  call: string;
  // biome-ignore lint/suspicious/noExplicitAny: what each function takes
  options: Record<string, any>;
  tensors: Record<string, Encoded>;
  cotangents: Encoded[];
  outputs: Encoded[];
  gradients: Record<string, Encoded>;
}

const cases = modules.cases as unknown as Case[];

/** Each function with a case's tensors and options. */
const calls: Record<string, (given: Tensors, options: Case['options']) => Tensor[]> = {
  crossEntropy: ({ logits, targets, weight }, options) => [
    crossEntropy(logits, targets, { weight, ...options }),
  ],
  nllLoss: ({ logits, targets, weight }, options) => [nllLoss(logits, targets, { weight, ...options })],
  binaryCrossEntropyWithLogits: ({ logits, targets, ...weights }, options) => [
    binaryCrossEntropyWithLogits(logits, targets, { ...weights, ...options }),
  ],
  mseLoss: ({ x, target }, options) => [mseLoss(x, target, options)],
  layerNorm: ({ x, weight, bias }, { normalizedShape, eps }) => [
    layerNorm(x, normalizedShape, weight, bias, eps),
  ],
  embedding: ({ ids, weight }, { paddingIdx }) => [embedding(ids, weight, paddingIdx)],
  attend: ({ q, K, V, mask }, options) => {
    const { context, weights } = attend(q, K, V, { mask, ...options });
    return [context, weights];
  },
};

function decode({ shape, data }: Encoded, requiresGrad = false): Tensor {
  const x = reshape(tensor(data), shape);
  x.requiresGrad = requiresGrad;
  return x;
}

function expectAsPytorch({ call, options, tensors, cotangents, outputs, gradients }: Case): void {
  const given = Object.fromEntries(
    Object.entries(tensors).map(([name, x]) => [name, decode(x, name in gradients)]),
  );
  const ys = calls[call](given, options);
  ys.forEach((y, i) => {
    expectClose(y, decode(outputs[i]), 1e-12);
  });
  const total = ys.map((y, i) => sum(mul(y, decode(cotangents[i])))).reduce((a, b) => a.add(b));
  const slopes = grad(
    total,
    Object.keys(gradients).map((name) => given[name]),
  );
  Object.values(gradients).forEach((expected, i) => {
    expectClose(slopes[i], decode(expected), 1e-12);
  });
}

describe.each(Object.keys(calls))('%s', (call) => {
  const own = cases.filter((one) => one.call === call);

  it('has cases', () => expect(own.length).toBeGreaterThan(5));

  it.each(own)('gives what PyTorch gives, with its gradients: $options', expectAsPytorch);
});
