import type { DType } from '#autograd';
import { type Cursor, readString, requireEnd } from './cursor.ts';
import { dtypeOf } from './dtypes.ts';
import { type Entry, METADATA } from './entry.ts';
import { readObject, readSizes } from './json.ts';
import { keyMissing, keyUnknown, otherDtype, otherOffsets } from './messages/entries.ts';
import { quoted } from './messages/quoted.ts';
import { recordOf } from './record.ts';

export interface Header {
  /** In the order in which they stand there. */
  entries: Entry[];
  metadata: Record<string, string>;
}

type Fields = { dtype?: DType; shape?: number[]; data_offsets?: number[] };

/**
 * `{ "__metadata__": { "key": "value", … }, "name": { "dtype": …, "shape": …, "data_offsets": … }, … }`
 *
 * @throws SafetensorsError for a text that is anything else
 */
export function parseHeader(text: string): Header {
  const cursor = { text, at: 0 };
  const header: Header = { entries: [], metadata: recordOf([]) };
  readObject(cursor, 'the header', (name) => {
    if (name === METADATA) header.metadata = readMetadata(cursor);
    else header.entries.push(readEntry(cursor, name));
  });
  requireEnd(cursor);
  return header;
}

function readMetadata(cursor: Cursor): Record<string, string> {
  const pairs: [string, string][] = [];
  readObject(cursor, 'the metadata', (key) => {
    pairs.push([key, readString(cursor, `the metadata ${quoted(key)}`)]);
  });
  return recordOf(pairs);
}

function readEntry(cursor: Cursor, name: string): Entry {
  const fields: Fields = {};
  readObject(cursor, `the entry ${quoted(name)}`, (key) => readField(cursor, name, key, fields));
  const { dtype, shape, data_offsets: offsets } = fields;
  if (dtype === undefined) throw keyMissing(name, 'dtype');
  if (shape === undefined) throw keyMissing(name, 'shape');
  if (offsets === undefined) throw keyMissing(name, 'data_offsets');
  if (offsets.length !== 2) throw otherOffsets(name, offsets);
  const [begin, end] = offsets;
  return { name, dtype, shape, begin, end };
}

function readField(cursor: Cursor, name: string, key: string, fields: Fields): void {
  const of = `the ${key} of ${quoted(name)}`;
  if (key === 'dtype') fields.dtype = readDtype(cursor, name, of);
  else if (key === 'shape' || key === 'data_offsets') fields[key] = readSizes(cursor, of);
  else throw keyUnknown(name, key);
}

function readDtype(cursor: Cursor, name: string, of: string): DType {
  const code = readString(cursor, of);
  const dtype = dtypeOf(code);
  if (dtype === undefined) throw otherDtype(name, code);
  return dtype;
}
