import './tensor/methods.ts';
import { noGrad, recordVariadic } from './tensor/graph.ts';
import { gradientIsNoTensor, resultIsNoTensor, wrongNumberOfGradients } from './tensor/messages/gradients.ts';
import { needs, type Rule } from './tensor/node.ts';
import { concat } from './tensor/ops/concat.ts';
import { type Draw, type Op, withRow } from './tensor/ops/op.ts';
import { reshape } from './tensor/ops/reshape.ts';
import { slice } from './tensor/ops/slice.ts';
import type { Shape } from './tensor/shape.ts';
import { Tensor } from './tensor/tensor.ts';

export type { Draw, Op } from './tensor/ops/op.ts';

/** One tensor, or several. */
export type Result = Tensor | readonly Tensor[];

/** An op as its author describes it. */
export interface CustomOp<Args extends unknown[], Y extends Result> {
  /** For messages and drawings. */
  name: string;
  /** One sentence. */
  doc?: string;
  /** The equation. */
  maths?: string;
  /** y from the arguments, in any way: nothing in here is recorded. */
  forward(...args: Args): Y;
  /**
   * ∂L/∂x from ∂L/∂y for every tensor x among the arguments, in order: one tensor, or a list with null for no gradient.
   * Written in ops it can be differentiated again.
   */
  vjp(dy: Y, y: Y, ...args: Args): Tensor | readonly (Tensor | null)[];
  /** Arguments at which the op is smooth, for tests of its gradient. */
  samples?(draw: Draw): Args[];
}

/**
 * An op of your own, with a gradient of your own: also the way to check a backward that was written elsewhere.
 *
 * Tensors are found among the arguments and in lists among them. The vjp runs once a sweep; its gradients must have the
 * shapes of their tensors, and the engine adds up those of a tensor that is used twice.
 *
 * @throws TypeError when `forward` returns no tensor, or (in `backward`) `vjp` not one gradient for each tensor
 * @example
 * const cube = customOp({
 *   name: 'cube',
 *   forward: (x) => pow(x, 3),
 *   vjp: (dy, y, x) => dy.mul(x).mul(x).mul(3),
 * });
 * const x = tensor([1, 2], { requiresGrad: true });
 * cube(x).sum().backward();
 * x.grad?.toArray(); // [3, 12]
 */
export function customOp<Args extends unknown[], Y extends Result = Tensor>(
  op: CustomOp<Args, Y>,
): Op<Args, Y> {
  const { name, doc = '', maths = '', samples = () => [] } = op;
  return withRow({ name, doc, maths, samples }, (...args: Args) => {
    const y = noGrad(() => op.forward(...args));
    const inputs = args.flat().filter((x) => x instanceof Tensor);
    return y instanceof Tensor ? joinGraph(op, y, inputs, args) : joinGraphInParts(op, y, inputs, args);
  });
}

/** One node for the op; a copy of y, so that an input which is returned as it is does not become its own. */
function joinGraph<Args extends unknown[], Y extends Result>(
  op: CustomOp<Args, Y>,
  y: Y & Tensor,
  inputs: readonly Tensor[],
  args: Args,
): Y {
  const rule = ruleOf(op.name, inputs, (dy, result) => op.vjp(dy as Y, result as Y, ...args));
  return recordVariadic(rule, y.detach(), inputs) as Y;
}

/** Several results are one node that holds them all, flat, and a slice of it for each. */
function joinGraphInParts<Args extends unknown[], Y extends Result>(
  op: CustomOp<Args, Y>,
  ys: Y,
  inputs: readonly Tensor[],
  args: Args,
): Y {
  if (!Array.isArray(ys) || !ys.every((y) => y instanceof Tensor)) throw resultIsNoTensor(op.name, ys);
  const shapes = ys.map((y) => y.shape);
  const rule = ruleOf(op.name, inputs, (dy) => op.vjp(cut(dy, shapes) as unknown as Y, ys, ...args));
  const flat = noGrad(() => concat(ys.map((y) => reshape(y, [-1]))));
  return cut(recordVariadic(rule, flat, inputs), shapes) as unknown as Y;
}

function cut(flat: Tensor, shapes: readonly Shape[]): Tensor[] {
  let end = 0;
  return shapes.map((shape) => {
    const start = end;
    end += shape.reduce((size, n) => size * n, 1);
    return reshape(slice(flat, 0, start, end), shape);
  });
}

function ruleOf(
  name: string,
  inputs: readonly Tensor[],
  vjp: (dy: Tensor, y: Tensor) => Tensor | readonly (Tensor | null)[],
): Rule {
  return {
    name,
    pullBack: (dy, { y }, give) => {
      const gradients = [vjp(dy, y)].flat();
      if (gradients.length !== inputs.length) throw wrongNumberOfGradients(name, gradients.length, inputs);
      gradients.forEach((dx, i) => {
        if (dx !== null && !(dx instanceof Tensor)) throw gradientIsNoTensor(name, dx);
        if (dx !== null && needs(inputs[i])) give(inputs[i], dx);
      });
    },
  };
}
