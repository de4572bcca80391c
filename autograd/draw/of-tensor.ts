import { pullBack } from '../tensor/backward.ts';
import { onesLike } from '../tensor/create.ts';
import { show } from '../tensor/errors.ts';
import { inputsOf, LEAF } from '../tensor/node.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { type Box, type Drawing, type DrawOptions, nameFinder, reachable, short } from './drawing.ts';

/** More numbers than this are drawn as their range. */
const MOST_NUMBERS = 4;

/**
 * A box for each tensor with its shape, its numbers, and the gradient that `backward` would bring there, where the
 * root is a single number.
 */
export function drawTensor(root: Tensor, options: DrawOptions<Tensor>): Drawing {
  const nameOf = nameFinder(options);
  const tensors = reachable(root, operandsOf);
  const gradients = gradientsOf(root, tensors);
  const ids = new Map(tensors.map((x, i) => [x, `t${i}`]));
  return {
    boxes: tensors.map((x) => ({
      id: ids.get(x)!,
      kind: kindOf(x),
      lines: linesOf(x, nameOf(x), gradients.get(x)),
    })),
    arrows: tensors.flatMap((x) =>
      operandsOf(x).map((operand) => ({ from: ids.get(operand)!, to: ids.get(x)!, label: '' })),
    ),
  };
}

function operandsOf({ node }: Tensor): Tensor[] {
  return node === null ? [] : inputsOf(node);
}

function kindOf({ node, requiresGrad }: Tensor): Box['kind'] {
  if (node !== null && node.rule !== LEAF) return 'step';
  return requiresGrad ? 'leaf' : 'constant';
}

function gradientsOf(root: Tensor, tensors: readonly Tensor[]): Map<Tensor, Tensor> {
  if (!root.requiresGrad || root.size !== 1) return new Map();
  const reached = tensors.filter((x) => x.requiresGrad);
  const gradients = pullBack([root], [onesLike(root)], reached);
  return new Map(reached.map((x, i) => [x, gradients[i]]));
}

function linesOf(x: Tensor, name: string | undefined, gradient: Tensor | undefined): string[] {
  const op = kindOf(x) === 'step' ? x.node?.rule.name : undefined;
  const title = [name, op].filter((part) => part !== undefined).join(' = ');
  const lines = [`${title} ${show(x.shape)}`.trim(), `value ${numbersOf(x)}`];
  return gradient ? [...lines, `grad ${numbersOf(gradient)}`] : lines;
}

function numbersOf(x: Tensor): string {
  const numbers = Array.from(x.storage);
  if (x.rank === 0) return short(numbers[0]);
  if (x.size <= MOST_NUMBERS) return show(numbers.map((n) => Number(short(n))));
  return `${short(Math.min(...numbers))} … ${short(Math.max(...numbers))}`;
}
