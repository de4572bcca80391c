import { type Shape, Tensor } from '#autograd';

/** From `low` to `high` in equal steps. */
export function linspace(low: number, high: number, shape: Shape, requiresGrad = false): Tensor {
  const size = shape.reduce((a, b) => a * b, 1);
  const data = Float64Array.from({ length: size }, (_, k) => low + ((high - low) * k) / (size - 1));
  return new Tensor(data, shape, requiresGrad);
}

/** As cases write it: `linspace(low,high) RxC`. */
export function linspaceIn(text: string, requiresGrad = false): Tensor {
  const [low, high, ...shape] = text.match(/-?[\d.]+/g)!.map(Number);
  return linspace(low, high, shape, requiresGrad);
}
