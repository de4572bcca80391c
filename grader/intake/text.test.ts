import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textOf } from './text.ts';

const source = (text: string) => ({ kind: 'source', text });
const bytes = (text: string, encoding: BufferEncoding = 'utf8') => Buffer.from(text, encoding);
const code = 'export const ħ = 1;\r\n';

test('every text without NUL comes back as it was, but for a byte order mark', () => {
  const texts = fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\0', ''));
  fc.assert(
    fc.property(texts, (text) => {
      expect(textOf(bytes(`\uFEFF${text}`))).toEqual(source(text));
    }),
  );
});

test('a file of exactly 256 KB is read', () => {
  expect(textOf(Buffer.alloc(256 * 1024, 'a')).kind).toBe('source');
});

describe('bytes that are no text of a program are refused with the reason', () => {
  test.each<[string, Uint8Array, string]>([
    ['one byte too many', Buffer.alloc(256 * 1024 + 1, 'a'), 'is larger than 256 KB'],
    ['UTF-16 with its mark', bytes(`\uFEFF${code}`, 'utf16le'), 'looks like UTF-16: save it as UTF-8'],
    ['UTF-16, big end first', bytes(`\uFEFF${code}`, 'utf16le').swap16(), 'looks like UTF-16'],
    ['UTF-16 without its mark', bytes(code, 'utf16le'), 'looks like UTF-16'],
    ['Latin-1', bytes('const grün = 1;', 'latin1'), 'is not UTF-8 text: save it as UTF-8'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'is not UTF-8 text'],
    ['a NUL', bytes('let a;\nlet b\0;'), 'contains a NUL character in line 2: remove it'],
    ['39 KB of {', bytes('{'.repeat(39_000)), 'nests brackets 39000 deep'],
    ['200 KB of [', bytes('['.repeat(200_000)), 'nests brackets 200000 deep: more than 200 are not read'],
  ])('%s', (_, bad, reason) => {
    expect(textOf(bad)).toEqual({ kind: 'refused', why: expect.stringContaining(reason) });
  });
});

test('no bytes make it throw', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (any) => ['source', 'refused'].includes(textOf(any).kind)),
  );
});
