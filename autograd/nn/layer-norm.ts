import { add, type DType, div, mean, mul, ones, type Shape, sqrt, sub, type Tensor, zeros } from '#autograd';
import { shapeError, show } from '../tensor/errors.ts';
import { sameShape } from '../tensor/shape.ts';
import { Module } from './module.ts';

/**
 * (x - mean) / √(variance + eps) · weight + bias, with mean and variance over the last axes (Ba, Kiros and Hinton, 2016).
 *
 * @param x [..., *normalizedShape]
 * @param normalizedShape the sizes of the axes over which each example is normalized; a number for the last one
 * @param weight of that shape, or null for none
 * @param bias of that shape, or null for none
 * @returns [..., *normalizedShape]
 * @throws ShapeError when x does not end in that shape
 * @example
 * layerNorm(tensor([[1, 3], [10, 30]]), 2, null, null, 0).toArray(); // [[-1, 1], [-1, 1]]
 */
export function layerNorm(
  x: Tensor,
  normalizedShape: number | Shape,
  weight: Tensor | null = null,
  bias: Tensor | null = null,
  eps = 1e-5,
): Tensor {
  const axes = axesOf(x, [normalizedShape].flat());
  const deviation = sub(x, mean(x, axes, true));
  const variance = mean(mul(deviation, deviation), axes, true);
  const standard = div(deviation, sqrt(add(variance, eps)));
  const scaled = weight ? mul(standard, weight) : standard;
  return bias ? add(scaled, bias) : scaled;
}

/** The axes at the end of x that `normalizedShape` stands for, counted from the end. */
function axesOf(x: Tensor, normalizedShape: Shape): number[] {
  const n = normalizedShape.length;
  if (n > 0 && sameShape(x.shape.slice(-n), normalizedShape)) return normalizedShape.map((_, i) => i - n);
  throw shapeError(
    'layerNorm',
    `x is ${show(x.shape)}, normalizedShape is ${show(normalizedShape)}.`,
    'It names the last sizes of x, one or more.',
  );
}

export interface LayerNormOptions {
  /** Added to the variance, which may be 0; 1e-5 unless stated. */
  eps?: number;
  /** Whether there are weights and biases; true unless stated. */
  elementwiseAffine?: boolean;
  /** Whether there are biases beside the weights; true unless stated. */
  bias?: boolean;
  /** `float64` unless stated. */
  dtype?: DType;
}

/**
 * `layerNorm` with `weight` and `bias` of its own, ones and zeros at first, as `torch.nn.LayerNorm`.
 *
 * @example
 * new LayerNorm(3).forward(tensor([5, 5, 5])).toArray(); // [0, 0, 0]
 */
export class LayerNorm extends Module {
  readonly normalizedShape: Shape;
  readonly eps: number;
  readonly weight: Tensor | null;
  readonly bias: Tensor | null;

  constructor(normalizedShape: number | Shape, options: LayerNormOptions = {}) {
    super();
    const { eps = 1e-5, elementwiseAffine = true, bias = true, dtype } = options;
    this.normalizedShape = [normalizedShape].flat();
    this.eps = eps;
    this.weight = elementwiseAffine ? ones(this.normalizedShape, { dtype, requiresGrad: true }) : null;
    this.bias = elementwiseAffine && bias ? zeros(this.normalizedShape, { dtype, requiresGrad: true }) : null;
  }

  /** [..., *normalizedShape] → the same shape */
  forward(x: Tensor): Tensor {
    return layerNorm(x, this.normalizedShape, this.weight, this.bias, this.eps);
  }
}
