import {
  add,
  concat,
  einsum,
  indexSelect,
  pad,
  reshape,
  split,
  stack,
  type Tensor,
  unsqueeze,
} from '#autograd';

interface ConvolutionOptions {
  stride?: number | number[];
  padding?: number | 'valid';
  dilation?: number;
  groups?: number;
}

/** A convolution of x [N, C, T], or [C, T], with weights [out, C / groups, width]: a product for each tap. */
export function conv1d(x: Tensor, weight: Tensor, bias: Tensor | null, options: ConvolutionOptions): Tensor {
  if (x.rank === 2) return reshape2d(conv1d(unsqueeze(x, 0), weight, bias, options));
  const { groups = 1 } = options;
  const [inputs, weights] = [split(x, groups, 1), split(weight, groups, 0)];
  const parts = inputs.map((part, g) =>
    einsum('nctw,ocw->not', windows(part, weight.shape[2], options), weights[g]),
  );
  const y = concat(parts, 1);
  return bias ? add(y, unsqueeze(bias, 1)) : y;
}

/** [N, C, T] → [N, C, steps, width]: what each step of the kernel sees. */
function windows(
  x: Tensor,
  width: number,
  { stride = 1, padding = 0, dilation = 1 }: ConvolutionOptions,
): Tensor {
  const margin = padding === 'valid' ? 0 : padding;
  const padded = pad(x, [
    [0, 0],
    [0, 0],
    [margin, margin],
  ]);
  const [hop] = [stride].flat();
  const steps = Math.floor((padded.shape[2] - dilation * (width - 1) - 1) / hop) + 1;
  const at = (tap: number) => Array.from({ length: steps }, (_, i) => i * hop + tap * dilation);
  return stack(
    Array.from({ length: width }, (_, tap) => indexSelect(padded, 2, at(tap))),
    3,
  );
}

function reshape2d(y: Tensor): Tensor {
  return reshape(y, y.shape.slice(1));
}
