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
  if (value instanceof Tensor)
    return `tensor(${write(value.toArray() as Plain)}) of shape [${value.shape.join(', ')}]`;
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') return showNumber(value);
  if (Array.isArray(value)) return `[${shorten(value.map(write))}]`;
  if (typeof value === 'object' && value !== null) {
    return `{ ${shorten(Object.entries(value).map(([key, item]) => `${key}: ${write(item)}`))} }`;
  }
  return `${value}`;
}

/** Twelve significant digits tell apart what a tolerance of 1e-7 tells apart, without the noise of the last bits. */
export function showNumber(value: number): string {
  return Object.is(value, -0) ? '-0' : String(Number(value.toPrecision(12)));
}

function shorten(items: string[]): string {
  if (items.length <= MAX_ITEMS) return items.join(', ');
  return `${items.slice(0, MAX_ITEMS).join(', ')}, … ${items.length - MAX_ITEMS} more`;
}

/** The names of a function's parameters, for tables: `(W, x)` gives `W` and `x`. */
export function parameterNames(fn: (...args: never[]) => unknown): string[] {
  const list = /^[^(]*\(([\s\S]*?)\)\s*(?:=>|\{)/.exec(`${fn}`)?.[1] ?? '';
  const withoutDefaults = list.replace(/\{[^}]*\}/g, (pattern) => pattern.replaceAll(',', ' '));
  return withoutDefaults.split(',').map((parameter) =>
    parameter
      .trim()
      .replace(/[:=][\s\S]*$/, '')
      .trim(),
  );
}
