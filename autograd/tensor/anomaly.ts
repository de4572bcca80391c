import { type Watcher, withWatcher } from './graph.ts';
import { gradientNotFinite, resultNotFinite } from './messages/anomalies.ts';
import type { Give, Node } from './node.ts';
import type { Tensor } from './tensor.ts';
import { userLine } from './user-line.ts';

/** Which line of the user's code made a step. */
const madeAt = new WeakMap<Node, string>();

/**
 * Runs `f` and stops at the first NaN or infinity that an op makes, forward or backward. For debugging: it is slow.
 *
 * @returns what `f` returns
 * @throws RangeError that names the op, the inputs' shapes, the element, and the line of your code that called the op
 * @example
 * const careless = () => log(tensor([1, 0]));
 * let message = '';
 * try { detectAnomaly(careless) } catch (error) { message = error.message }
 * message.split(' (')[0]; // 'log: the result holds -Infinity at [1]'
 */
export function detectAnomaly<T>(f: () => T): T {
  return withWatcher(watch, f);
}

const watch: Watcher = (rule, y, inputs) => {
  const line = userLine();
  if (y.node !== null) madeAt.set(y.node, line);
  const at = firstNotFinite(y);
  if (at >= 0) throw resultNotFinite(rule.name, y, at, inputs, inputs.findIndex(holdsNotFinite), line);
};

/** The pull-back of a step, with an eye on the gradients it gives; the ops it is written in are not judged. */
export function pullBackWatched(step: Node, dy: Tensor, give: Give): void {
  const line = madeAt.get(step) ?? 'a line outside detectAnomaly';
  const inherit: Watcher = (_rule, { node }) => {
    if (node !== null) madeAt.set(node, line);
  };
  const inspect: Give = (x, dx) => {
    give(x, dx);
    const sum = x.node!.gradient!;
    const at = firstNotFinite(sum);
    if (at >= 0) throw gradientNotFinite(step.rule.name, sum, at, line);
  };
  withWatcher(inherit, () => step.rule.pullBack(dy, step, inspect));
}

/** Where the first NaN or infinity is, in row-major order; -1 for none. */
function firstNotFinite(x: Tensor): number {
  return x.storage.findIndex((value) => !Number.isFinite(value));
}

function holdsNotFinite(x: Tensor): boolean {
  return firstNotFinite(x) >= 0;
}
