import type { SafetensorsError } from '../safetensors-error.ts';
import { unreadable } from './problem.ts';
import { quoted } from './quoted.ts';

const AN_ENTRY = 'An entry is { "dtype": "F32", "shape": [2, 3], "data_offsets": [0, 24] }.';

export function keyMissing(name: string, key: string): SafetensorsError {
  return unreadable(`the entry ${quoted(name)} has no ${key}.`, AN_ENTRY);
}

export function keyUnknown(name: string, key: string): SafetensorsError {
  return unreadable(
    `the entry ${quoted(name)} has a key ${quoted(key)}, whose meaning is not known.`,
    AN_ENTRY,
  );
}

export function otherOffsets(name: string, offsets: readonly number[]): SafetensorsError {
  return unreadable(`${quoted(name)} has ${offsets.length} data_offsets, not 2.`, AN_ENTRY);
}

export function otherDtype(name: string, dtype: string): SafetensorsError {
  return unreadable(
    `${quoted(name)} is ${quoted(dtype)}; what can be read is F64 and F32.`,
    'Convert it to F32 before you save it, in PyTorch with tensor.float().',
  );
}
