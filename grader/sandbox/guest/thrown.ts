/** What a thrown value says about a call, read so that a hostile one costs only its own answer. */
import { ByteLimitError } from '../bytes.ts';
import { NotPlainError } from '../plain-data.ts';
import type { Answer } from '../protocol.ts';

/** Of the language, about an array or a text. */
const NO_ROOM = /allocation failed|^Invalid string length$/;

export function describeThrown(error: unknown): Answer {
  try {
    const { name, message } = readError(error);
    if (name === 'NotImplementedError') return { kind: 'not-implemented', what: message };
    const ranges = error instanceof RangeError;
    if (ranges && NO_ROOM.test(message)) return { kind: 'exhausted' };
    return { kind: 'threw', error: name, message, rangeError: ranges && !message.includes('call stack') };
  } catch {
    return { kind: 'threw', error: 'unknown', message: 'something that cannot be read', rangeError: false };
  }
}

function readError(error: unknown): { name: string; message: string } {
  if (!(error instanceof Error)) return { name: typeof error, message: `${error}` };
  return { name: `${error.name}`, message: `${error.message}` };
}

/** The answer to give when the computed one could not be encoded. */
export function notPlain(error: unknown): Answer {
  if (error instanceof NotPlainError)
    return { kind: 'invalid-answer', why: `the answer holds ${error.message}` };
  if (error instanceof ByteLimitError) return { kind: 'oversize' };
  return { kind: 'invalid-answer', why: 'the answer could not be read' };
}
