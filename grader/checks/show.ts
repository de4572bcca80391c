import { Tensor } from '#autograd';
import type { Plain } from '../model/plain.ts';

const MAX_ITEMS = 12;
const MAX_TEXT = 400;

/** A value as a student would write it, shortened where it is long. */
export function show(value: Plain): string {
  const text = write(value);
  return text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)} …` : text;
}

function write(value: Plain): string {
  if (value instanceof Tensor) return `tensor(${writeTensor(value)})${shapeOf(value)}`;
  if (typeof value === 'string') return JSON.stringify(value.slice(0, MAX_TEXT));
  if (typeof value === 'number') return showNumber(value);
  if (Array.isArray(value)) return `[${listed(value.length, (i) => write(value[i]))}]`;
  if (typeof value !== 'object' || value === null) return `${value}`;
  const keys = Object.keys(value);
  return `{ ${listed(keys.length, (i) => `${keys[i]}: ${write(value[keys[i]!])}`)} }`;
}

/** The brackets show a shape, unless there is nothing in them or not all is shown. */
function shapeOf({ data, shape }: Tensor): string {
  const isPlain = data.length > 0 && shape.every((n) => n <= MAX_ITEMS);
  return isPlain ? '' : ` of shape [${shape.join(', ')}]`;
}

/** Looks only at what is shown: `[4000000000, 0]` is a shape too. */
function writeTensor({ data, shape }: Tensor, axis = 0, from = 0, size = data.length): string {
  if (axis === shape.length) return showNumber(data[from]!);
  if (size === 0) return '[]';
  const step = size / shape[axis]!;
  return `[${listed(shape[axis]!, (i) => writeTensor({ data, shape } as Tensor, axis + 1, from + i * step, step))}]`;
}

function listed(count: number, item: (i: number) => string): string {
  const items = Array.from({ length: Math.min(count, MAX_ITEMS) }, (_, i) => item(i));
  return count <= MAX_ITEMS ? items.join(', ') : `${items.join(', ')}, … ${count - MAX_ITEMS} more`;
}

/** Twelve significant digits tell apart what a tolerance of 1e-7 tells apart, without the noise of the last bits. */
export function showNumber(value: number): string {
  return Object.is(value, -0) ? '-0' : String(Number(value.toPrecision(12)));
}

/** Two numbers that differ, with the last bits where nothing else tells them apart. */
export function showApart(got: number, expected: number): { got: string; expected: string } {
  const shown = { got: showNumber(got), expected: showNumber(expected) };
  return shown.got === shown.expected ? { got: `${got}`, expected: `${expected}` } : shown;
}
