import type { Plain } from '../model/plain.ts';
import { ByteLimitError, type ByteReader, type ByteWriter } from './bytes.ts';
import { decode } from './decode.ts';
import { encode } from './encode.ts';
import { NotPlainError } from './plain-data.ts';
import type { Answer } from './protocol.ts';

const MAX_MESSAGE = 500;

const Kind = {
  answer: 0,
  after: 1,
  threw: 2,
  'not-implemented': 3,
  'invalid-answer': 4,
  exhausted: 5,
  oversize: 6,
} as const;

export function writeAnswer(answer: Answer, out: ByteWriter): void {
  switch (answer.kind) {
    case 'answer':
      out.byte(answer.after ? Kind.after : Kind.answer);
      encode(answer.value, out);
      if (answer.after) encode(answer.after, out);
      return;
    case 'threw':
      out.byte(Kind.threw);
      out.byte(answer.rangeError ? 1 : 0);
      out.text(answer.error.slice(0, MAX_MESSAGE));
      out.text(answer.message.slice(0, MAX_MESSAGE));
      return;
    case 'not-implemented':
      out.byte(Kind['not-implemented']);
      out.text(answer.what.slice(0, MAX_MESSAGE));
      return;
    case 'invalid-answer':
      out.byte(Kind['invalid-answer']);
      out.text(answer.why.slice(0, MAX_MESSAGE));
      return;
    case 'exhausted':
    case 'oversize':
      out.byte(Kind[answer.kind]);
  }
}

/** @throws NotPlainError or ByteLimitError when the bytes are no answer. */
export function readAnswer(bytes: ByteReader): Answer {
  const answer = readKind(bytes);
  if (bytes.left > 0) throw new ByteLimitError(`${bytes.left} bytes too many`);
  return answer;
}

function readKind(bytes: ByteReader): Answer {
  switch (bytes.byte()) {
    case Kind.answer:
      return { kind: 'answer', value: decode(bytes) };
    case Kind.after:
      return { kind: 'answer', value: decode(bytes), after: readList(bytes) };
    case Kind.threw: {
      const rangeError = bytes.byte() === 1;
      return { kind: 'threw', rangeError, error: bytes.text(MAX_MESSAGE), message: bytes.text(MAX_MESSAGE) };
    }
    case Kind['not-implemented']:
      return { kind: 'not-implemented', what: bytes.text(MAX_MESSAGE) };
    case Kind['invalid-answer']:
      return { kind: 'invalid-answer', why: bytes.text(MAX_MESSAGE) };
    case Kind.exhausted:
      return { kind: 'exhausted' };
    case Kind.oversize:
      return { kind: 'oversize' };
    default:
      throw new NotPlainError('an answer of an unknown kind');
  }
}

function readList(bytes: ByteReader): Plain[] {
  const list = decode(bytes);
  if (!Array.isArray(list)) throw new NotPlainError('arguments that are no list');
  return list;
}
