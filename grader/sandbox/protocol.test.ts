import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAnswer } from './answer-bytes.ts';
import { ByteLimitError, ByteReader, ByteWriter } from './bytes.ts';
import { decode } from './decode.ts';
import { NotPlainError } from './plain-data.ts';
import { type Answer, answerFrame, requestFrame } from './protocol.ts';
import { plain } from './testing/plain.ts';

const text = fc.string({ unit: 'binary', maxLength: 500 });
const answer: fc.Arbitrary<Answer> = fc.oneof(
  plain.map((value) => ({ kind: 'answer' as const, value })),
  fc
    .tuple(plain, fc.array(plain, { maxLength: 3 }))
    .map(([value, after]) => ({ kind: 'answer' as const, value, after })),
  fc
    .tuple(text, text, fc.boolean())
    .map(([error, message, rangeError]) => ({ kind: 'threw' as const, error, message, rangeError })),
  text.map((what) => ({ kind: 'not-implemented' as const, what })),
  text.map((why) => ({ kind: 'invalid-answer' as const, why })),
  fc.constantFrom({ kind: 'exhausted' as const }, { kind: 'oversize' as const }),
);

function body(sent: Answer, id = 1, index = 0): Uint8Array {
  const out = new ByteWriter(8 << 20);
  answerFrame(id, index, sent, out);
  return out.bytes.slice(4, out.length);
}

function read(bytes: Uint8Array): Answer {
  return readAnswer(new ByteReader(bytes.subarray(8)));
}

describe('an answer', () => {
  test('comes back as it was, whatever it is', () => {
    fc.assert(
      fc.property(answer, (sent) => {
        expect(read(body(sent))).toStrictEqual(sent);
      }),
    );
  });

  test('begins with the number of the request and of the input', () => {
    const bytes = new ByteReader(body({ kind: 'exhausted' }, 7, 9));
    expect([bytes.uint32(), bytes.uint32()]).toEqual([7, 9]);
  });

  test('with bytes too many is refused', () => {
    fc.assert(
      fc.property(answer, (sent) => {
        expect(() => read(Uint8Array.from([...body(sent), 0]))).toThrow(ByteLimitError);
      }),
    );
  });

  test('of an unknown kind is refused', () => {
    for (let kind = 7; kind < 256; kind++)
      expect(() => read(Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 0, kind))).toThrow(NotPlainError);
  });

  test('whose arguments are no list is refused', () => {
    expect(() => read(Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1))).toThrow(NotPlainError);
  });

  test('in arbitrary bytes is an answer or an error of the two kinds', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        try {
          readAnswer(new ByteReader(bytes));
        } catch (error) {
          expect(error instanceof NotPlainError || error instanceof ByteLimitError).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('says at most 500 characters about an error', () => {
    const long = 'x'.repeat(10_000);
    const sent: Answer = { kind: 'threw', error: long, message: long, rangeError: false };
    expect(read(body(sent))).toMatchObject({ error: 'x'.repeat(500), message: 'x'.repeat(500) });
  });
});

test('a request is one frame of plain data, after the number of a realm', () => {
  const request = { ask: 'call' as const, id: 3, module: 'm', name: 'f', inputs: [[1, [2]]], after: false };
  const bytes = requestFrame(5, request);
  expect(bytes.readUInt32LE(0)).toBe(bytes.length - 4);
  expect(bytes.readUInt32LE(4)).toBe(5);
  expect(decode(new ByteReader(bytes.subarray(8)))).toEqual(request);
});
