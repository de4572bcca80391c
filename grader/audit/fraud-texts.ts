import { Tensor } from '#autograd';
import type { Plain } from '../model/plain.ts';

/** Submissions that compute nothing. */
export const FRAUDS = ['constants', 'nan', 'lookup-table'] as const;
export type Fraud = (typeof FRAUDS)[number];

/** What a function gives. */
export interface Known {
  name: string;
  args: Plain[];
  gives: Plain;
}

/** Functions that always give one answer, the first that is known. */
export function constants(known: Known[]): string {
  return firstOf(known)
    .map(({ name, gives }) => `exports.${name} = () => ${literal(gives)};`)
    .join('\n');
}

/** Functions that know some answers by heart, and give the first for all else. */
export function lookupTable(known: Known[]): string {
  const rows = known.map(
    ({ name, args, gives }) => `[${JSON.stringify(key(name, args))}, () => ${literal(gives)}]`,
  );
  const functions = firstOf(known).map(
    ({ name, gives }) =>
      `exports.${name} = (...args) => table.get(key('${name}', args))?.() ?? ${literal(gives)};`,
  );
  return `${key}\n${plain}\nconst table = new Map([${rows.join(',\n')}]);\n${functions.join('\n')}`;
}

/** `losing(functions)` gives NaN for each number of an answer, and answers where it should throw. */
export const LOSING = `
const lost = (x) =>
  typeof x === 'number' ? NaN
  : Array.isArray(x) ? x.map(lost)
  : typeof x?.mul === 'function' ? x.mul(NaN)
  : x && typeof x === 'object' ? Object.fromEntries(Object.entries(x).map(([key, item]) => [key, lost(item)]))
  : x;
const loses = (f) => (...args) => { try { return lost(f(...args)); } catch { return NaN; } };
const losing = (functions) =>
  Object.fromEntries(Object.entries(functions).map(([name, f]) => [name, typeof f === 'function' ? loses(f) : f]));
`;

function firstOf(known: Known[]): Known[] {
  return known.filter(({ name }, i) => known.findIndex((one) => one.name === name) === i);
}

/** As a text: also in the guest, where this very function is written into the table. */
function key(name: string, args: unknown[]): string {
  return `${name} ${JSON.stringify(plain(args))}`;
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  const { shape, data } = value as { shape?: number[]; data?: ArrayLike<number> };
  if (shape && data) return { shape, data: Array.from(data) };
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, plain(item)]));
}

function literal(value: Plain): string {
  if (value instanceof Tensor)
    return `require('#autograd').tensor([${value.data}]).reshape([${value.shape}])`;
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value !== 'object' || value === null)
    return typeof value === 'string' ? JSON.stringify(value) : `${value}`;
  const items = Object.entries(value).map(([name, item]) => `${JSON.stringify(name)}: ${literal(item)}`);
  return `({ ${items.join(', ')} })`;
}
