import { message } from '../../tensor/errors.ts';
import type { SafetensorsError } from '../safetensors-error.ts';
import { unwritable } from './problem.ts';
import { quoted } from './quoted.ts';

export function notBytes(value: unknown): TypeError {
  return new TypeError(
    message(
      'readSafetensors',
      `takes a Uint8Array, not ${kindOf(value)}.`,
      'new Uint8Array(buffer) makes one of an ArrayBuffer; loadTensors of #autograd/files takes a path.',
    ),
  );
}

export function notTensor(name: string, value: unknown): TypeError {
  return new TypeError(
    message(
      'writeSafetensors',
      `${quoted(name)} is ${kindOf(value)}, not a tensor.`,
      'tensor(…) makes one of numbers; text goes into the metadata.',
    ),
  );
}

export function notText(key: string, value: unknown): TypeError {
  return new TypeError(
    message(
      'writeSafetensors',
      `the metadata ${quoted(key)} is ${kindOf(value)}, not a text.`,
      'String(…) or JSON.stringify(…) makes one.',
    ),
  );
}

export function reserved(name: string): SafetensorsError {
  return unwritable(
    `${quoted(name)} is no name for a tensor: the format keeps its metadata there.`,
    'Text goes into the second argument; the tensor needs another name.',
  );
}

export function tooManyNames(count: number, most: number): SafetensorsError {
  return unwritable(
    `${count} tensors or texts are more than the ${most} of a file.`,
    'Several files hold more.',
  );
}

export function notUnicode(text: string): SafetensorsError {
  return unwritable(
    `${quoted(text)} holds half a character (a lone surrogate), which UTF-8 cannot.`,
    'toWellFormed() puts a mark in its place.',
  );
}

/** `a number`, `a Float64Array`, `null` */
function kindOf(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (typeof value !== 'object') return `a ${typeof value}`;
  const kind = value.constructor?.name ?? 'object';
  return `${/^[AEIO]/i.test(kind) ? 'an' : 'a'} ${kind}`;
}
