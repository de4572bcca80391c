import { type Tensor, zeros } from '#autograd';
import type { Read } from '../read.ts';
import type { State } from '../state.ts';
import type { Layer } from './layers.ts';

/** The gradients of some function of all that `read` gives: by the layer's parameters, then by `inputs`. */
export function gradientsOf(
  layer: Layer,
  inputs: Readonly<Record<string, Tensor>>,
  read: () => Read<State>,
): Tensor[] {
  const all = [...layer.parameters(), ...Object.values(inputs)];
  for (const x of all) Object.assign(x, { requiresGrad: true, grad: null });
  const { output, state } = read();
  for (const y of [output, ...Object.values(state)]) if (y.requiresGrad) y.mul(y).sum().backward();
  return all.map((x) => x.grad ?? zeros(x.shape));
}
