import { message, type ShapeError, shapeError, show, showAll } from '../errors.ts';
import type { Tensor } from '../tensor.ts';

export function needsNoGradient(op: string, x: Tensor): TypeError {
  return new TypeError(
    message(
      op,
      `a tensor of shape ${show(x.shape)} needs no gradient (does not require grad).`,
      'Create what it depends on with { requiresGrad: true }, and compute it outside noGrad.',
    ),
  );
}

export function noSeed(op: string, y: Tensor, gradient: Tensor | undefined): ShapeError {
  const found = gradient ? `the gradient is ${show(gradient.shape)}` : 'there is no gradient to start from';
  const advice = gradient
    ? `A gradient of shape ${show(y.shape)} and dtype ${y.dtype} would fit; this one is ${gradient.dtype}.`
    : `Give one of shape ${show(y.shape)}, or reduce the output to a single number first, as with sum().`;
  return shapeError(op, `the output is ${show(y.shape)}, ${found}.`, advice);
}

export function gradientDoesNotFit(op: string, x: Tensor, dx: Tensor): ShapeError {
  const [value, found] = [x, dx].map((t) => `${show(t.shape)} ${t.dtype}`);
  return shapeError(
    'backward',
    `the vjp of ${op} gave an input ${value} a gradient ${found}.`,
    'A gradient has the shape and dtype of its value.',
  );
}

export function gradDoesNotFit(x: Tensor, grad: Tensor): ShapeError {
  return shapeError(
    'backward',
    `a tensor of shape ${show(x.shape)} was assigned a grad of shape ${show(grad.shape)}.`,
    `Assign one of shape ${show(x.shape)}, or null.`,
  );
}

/** @param k which of the step's tensors: 0 for the result, then the inputs */
export function savedValueChanged(op: string, x: Tensor, k: number): TypeError {
  const which = k === 0 ? 'its result' : `its input ${k}`;
  return new TypeError(
    message(
      op,
      `${which}, of shape ${show(x.shape)}, was changed in place, but the gradient of ${op} needs it as it was.`,
      'Call backward before writing to data, or write to a copy: tensor(x.toArray()).',
    ),
  );
}

export function resultIsNoTensor(op: string, y: unknown): TypeError {
  const what = `forward returned ${y === null ? 'null' : typeof y}, not a tensor or a list of tensors.`;
  return new TypeError(message(op, what, 'tensor(…) makes one from numbers.'));
}

export function gradientIsNoTensor(op: string, dx: unknown): TypeError {
  return new TypeError(
    message(op, `its vjp gave ${dx}, not a tensor.`, 'Return null where there is no gradient.'),
  );
}

export function wrongNumberOfGradients(op: string, found: number, inputs: readonly Tensor[]): TypeError {
  return new TypeError(
    message(
      op,
      `its vjp gave ${found} gradients for ${inputs.length} tensors (${showAll(inputs)}).`,
      'Return one for each, in order; null where there is none.',
    ),
  );
}
