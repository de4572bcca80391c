import type { DType, Shape } from '#autograd';
import { show } from '../../tensor/errors.ts';
import { CODES } from '../dtypes.ts';
import type { Entry } from '../entry.ts';
import { SafetensorsError } from '../safetensors-error.ts';
import { IS_IT_WHOLE, unreadable } from './problem.ts';
import { quoted } from './quoted.ts';

const NO_HOLES =
  'Each byte behind the header belongs to one tensor: write the file again with a safetensors library.';

/** Said by readers and writers alike. */
export function tooLarge(name: string, shape: Shape, dtype: DType): SafetensorsError {
  const what = `${quoted(name)} of shape ${briefly(shape)} in ${CODES[dtype]}`;
  return new SafetensorsError(
    `safetensors: the size of ${what} is more than can be counted (2 ** 53 - 1 bytes).\n  Is the shape right?`,
  );
}

export function doesNotFill(entry: Entry, bytes: number): SafetensorsError {
  return unreadable(
    `${described(entry)} takes ${bytes} bytes, but its place is ${placeOf(entry)}.`,
    'Its dtype, shape and data_offsets contradict one another: write the file again with a safetensors library.',
  );
}

export function beyondFile(entry: Entry, length: number): SafetensorsError {
  return unreadable(
    `the data of ${quoted(entry.name)} is ${placeOf(entry)}, but ${length} bytes are all that follow the header.`,
    IS_IT_WHOLE,
  );
}

export function hole(free: number, entry: Entry): SafetensorsError {
  return unreadable(
    `the bytes from ${free} to ${entry.begin} belong to no tensor; the next is ${quoted(entry.name)}.`,
    NO_HOLES,
  );
}

export function overlap(a: Entry, b: Entry): SafetensorsError {
  return unreadable(
    `${quoted(a.name)} and ${quoted(b.name)} overlap: ${placeOf(a)} and ${placeOf(b)}.`,
    NO_HOLES,
  );
}

export function trailing(end: number, length: number): SafetensorsError {
  return unreadable(`the last tensor ends at byte ${end} of the data, which has ${length}.`, NO_HOLES);
}

function described({ name, dtype, shape }: Entry): string {
  return `${quoted(name)} of shape ${briefly(shape)} in ${CODES[dtype]}`;
}

function placeOf({ begin, end }: Entry): string {
  return `${begin} to ${end}`;
}

/** A file may claim any number of axes. */
function briefly(shape: Shape): string {
  return shape.length > 8 ? `${show(shape.slice(0, 8))} and ${shape.length - 8} axes more` : show(shape);
}
