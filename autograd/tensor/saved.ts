import { withRecording, withWatcher } from './graph.ts';
import { stampOf, UNTOUCHED } from './guard.ts';
import { savedValueChanged } from './messages/gradients.ts';
import { canHaveChanged, type Node, tensorsOf } from './node.ts';
import type { Tensor } from './tensor.ts';

/** Throws if a value that the gradient of this step needs was changed in place since the op ran. */
export function requireUnchanged(step: Node, dy: Tensor): void {
  if (!canHaveChanged(step)) return;
  tensorsOf(step).forEach((x, k) => {
    const unchanged = stampOf(x) === (step.stamps?.[k] ?? UNTOUCHED);
    if (!unchanged && reads(step, dy, x)) throw savedValueChanged(step.rule.name, x, k);
  });
}

/** Whether the pull-back reads the numbers of `x`, and not its shape alone: found by running it. */
function reads(step: Node, dy: Tensor, x: Tensor): boolean {
  const { storage } = x;
  let found = false;
  const spy = () => {
    found = true;
    return storage;
  };
  Object.defineProperty(x, 'storage', { get: spy, configurable: true, enumerable: true });
  try {
    withRecording(false, () => withWatcher(null, () => step.rule.pullBack(dy, step, () => {})));
  } finally {
    Object.defineProperty(x, 'storage', { value: storage, writable: true });
  }
  return found;
}
