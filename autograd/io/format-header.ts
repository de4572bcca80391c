import { CODES } from './dtypes.ts';
import { type Entry, METADATA, MOST_NAMES } from './entry.ts';
import { notText, notUnicode, tooManyNames } from './messages/arguments.ts';
import { isUnicode } from './unicode.ts';

/** Put together by hand, since an object would sort the names `0` and `1` before all others. */
export function formatHeader(entries: readonly Entry[], metadata: Record<string, string>): string {
  const texts = Object.entries(metadata).toSorted(([a], [b]) => (a < b ? -1 : 1));
  for (const { length } of [entries, texts]) if (length > MOST_NAMES) throw tooManyNames(length, MOST_NAMES);
  const members = entries.map(({ name, dtype, shape, begin, end }) => {
    const entry = { dtype: CODES[dtype], shape, data_offsets: [begin, end] };
    return `${textOf(name)}:${JSON.stringify(entry)}`;
  });
  if (texts.length > 0) members.unshift(`"${METADATA}":{${texts.map(pairOf).join(',')}}`);
  return `{${members.join(',')}}`;
}

function pairOf([key, value]: [string, string]): string {
  if (typeof value !== 'string') throw notText(key, value);
  return `${textOf(key)}:${textOf(value)}`;
}

function textOf(text: string): string {
  if (!isUnicode(text)) throw notUnicode(text);
  return JSON.stringify(text);
}
