import { concat, reshape, slice, Tensor } from '#autograd';
import { Module } from '#autograd/nn';

/** Where a parameter is kept: a property of a module, or of one inside. */
interface Slot {
  x: Tensor;
  owner: Record<string, unknown>;
  key: string;
}

/**
 * What `run` gives, as a function of all numbers of a module one after the other, and these numbers: `gradcheck` then
 * moves some of them, and all at once.
 */
export function ofParameters<Y>(
  module: Module,
  run: () => Y,
): { f: (numbers: Tensor) => Y; numbers: Tensor } {
  const slots = slotsIn(module);
  const f = (numbers: Tensor) => {
    let end = 0;
    for (const { x, owner, key } of slots) {
      end += x.size;
      owner[key] = reshape(slice(numbers, 0, end - x.size, end), x.shape);
    }
    return run();
  };
  return { f, numbers: concat(slots.map(({ x }) => reshape(x.detach(), [x.size]))) };
}

function slotsIn(part: object): Slot[] {
  const owner = part as Record<string, unknown>;
  return Object.entries(owner).flatMap(([key, x]) => {
    if (x instanceof Tensor) return [{ x, owner, key }];
    return x instanceof Module || Array.isArray(x) ? slotsIn(x) : [];
  });
}
