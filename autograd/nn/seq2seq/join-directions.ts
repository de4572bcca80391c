import { permute, reshape, type Tensor } from '#autograd';

/** The states of both directions beside each other, one row for each layer: [2L, N, H] → [L, N, 2H]. */
export function joinDirections(h: Tensor): Tensor {
  const [rows, N, H] = h.shape;
  const byLayer = permute(reshape(h, [rows / 2, 2, N, H]), [0, 2, 1, 3]);
  return reshape(byLayer, [rows / 2, N, 2 * H]);
}
