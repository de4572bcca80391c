import type { Value } from '../scalar/value.ts';
import { type Drawing, type DrawOptions, nameFinder, reachable, short } from './drawing.ts';

/** A box for each value with its gradient; an arrow for each operand with the local slope, ∂user/∂operand. */
export function drawValue(root: Value, options: DrawOptions<Value>): Drawing {
  const nameOf = nameFinder(options);
  const values = reachable(root, operandsOf);
  const ids = new Map(values.map((v, i) => [v, `v${i}`]));
  return {
    boxes: values.map((v) => ({
      id: ids.get(v)!,
      kind: v.a ? 'step' : 'leaf',
      lines: [...titleOf(nameOf(v), v.op), `value ${short(v.data)}`, `grad ${short(v.grad)}`],
    })),
    arrows: values.flatMap((v) =>
      operandsOf(v).map((operand, i) => ({
        from: ids.get(operand)!,
        to: ids.get(v)!,
        label: `slope ${short(i === 0 ? v.slopeA : v.slopeB)}`,
      })),
    ),
  };
}

function operandsOf({ a, b }: Value): Value[] {
  return [a, b].filter((v) => v !== null);
}

function titleOf(name: string | undefined, op: string): string[] {
  const title = [name, op].filter(Boolean).join(' = ');
  return title ? [title] : [];
}
