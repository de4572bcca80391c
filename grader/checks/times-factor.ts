import { Tensor } from '#autograd';

/** A copy of plain data with every number multiplied. */
export function timesFactor(value: unknown, factor: number): unknown {
  if (typeof value === 'number') return factor * value;
  if (value instanceof Tensor)
    return new Tensor(
      value.data.map((x) => factor * x),
      value.shape,
    );
  if (Array.isArray(value)) return value.map((item) => timesFactor(item, factor));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, timesFactor(item, factor)]));
}
