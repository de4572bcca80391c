import { describe, expect, it } from 'vitest';
import { readSafetensors, SafetensorsError } from '#autograd/io';
import { fileOf } from './testing/file-of.ts';

/** The header of a file with one tensor `w`, which takes 24 bytes unless stated otherwise. */
function headerOf(fields: Record<string, unknown> = {}): string {
  return JSON.stringify({ w: { dtype: 'F32', shape: [2, 3], data_offsets: [0, 24], ...fields } });
}

function failure(bytes: Uint8Array): SafetensorsError {
  try {
    readSafetensors(bytes);
  } catch (error) {
    if (error instanceof SafetensorsError) return error;
    throw error;
  }
  throw new Error('it was read');
}

/** Each file of `files` is refused with these words, and this advice behind them. */
function refuses(advice: string, files: Record<string, [file: Uint8Array, what: string]>): void {
  for (const [claim, [file, what]] of Object.entries(files))
    it(claim, () => expect(failure(file).message).toBe(`readSafetensors: ${what}\n  ${advice}`));
}

describe('a file that is refused', () => {
  const WHOLE = 'Was the file written to its end, and copied or downloaded whole?';
  const LIBRARY = 'Was it written by a safetensors library, and not changed since?';
  const ENTRY = 'An entry is { "dtype": "F32", "shape": [2, 3], "data_offsets": [0, 24] }.';
  const AGAIN =
    'Each byte behind the header belongs to one tensor: write the file again with a safetensors library.';
  const CONTRADICT =
    'Its dtype, shape and data_offsets contradict one another: write the file again with a safetensors library.';
  const NAMES = 'Names must differ: write the file again, with each tensor under a name of its own.';
  const two = (a: number[], b: number[]) =>
    JSON.stringify({
      a: { dtype: 'F32', shape: [2], data_offsets: a },
      b: { dtype: 'F32', shape: [2], data_offsets: b },
    });
  const text = (value: string) => new TextEncoder().encode(value);

  refuses(WHOLE, {
    'is shorter than a length': [
      new Uint8Array(7),
      '7 bytes are no file: the length of the header alone takes 8.',
    ],
    'ends within its header': [
      fileOf(headerOf()).subarray(0, 30),
      'the header should have 57 bytes, but only 22 follow its length.',
    ],
    'has a header that is not UTF-8': [
      fileOf(Uint8Array.from([0x7b, 0xff, 0x7d])),
      'the header is not UTF-8.',
    ],
    'ends within its data': [
      fileOf(headerOf(), 23),
      'the data of "w" is 0 to 24, but 23 bytes are all that follow the header.',
    ],
  });

  refuses('Is it a safetensors file at all?', {
    'has a header of more than 100 MB': [
      Uint8Array.from([1, 0xe1, 0xf5, 5, 0, 0, 0, 0, 0x7b]),
      'the header should have 100000001 bytes; more than 100000000 are not read.',
    ],
    'has a length that no number holds': [
      new Uint8Array(8).fill(0xff),
      'the header should have 18446744073709551615 bytes; more than 100000000 are not read.',
    ],
    'has no header': [fileOf(''), 'the header is empty, not with { (byte 123).'],
    'has a header that begins otherwise': [
      fileOf(' {}'),
      'the header begins with byte 32, not with { (byte 123).',
    ],
  });

  refuses('It begins as a zip, so it is from torch.save: load it in Python, save it as safetensors.', {
    'is from torch.save': [
      text('PK\x03\x04\0\0\x08\x08archive/data.pkl'),
      'the header should have 578712552184433488 bytes; more than 100000000 are not read.',
    ],
  });

  refuses('It is a pointer of Git LFS and not the file itself, which git lfs pull fetches.', {
    'is a pointer of Git LFS': [
      text('version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n'),
      'the header should have 2336927755350992246 bytes; more than 100000000 are not read.',
    ],
  });

  refuses(LIBRARY, {
    'has a header that is not JSON': [
      fileOf('{"w":{"dtype":"F32",}}'),
      'the header, at its character 20: expected a string, a key of the entry "w", found "}}".',
    ],
    'has a header that stops': [
      fileOf('{"w":'),
      'the header, at its character 5: expected { of the entry "w", found its end.',
    ],
    'has a string that does not close': [
      fileOf('{"w'),
      'the header, at its character 1: a key of the header is no string of JSON, or no Unicode: "\\"w".',
    ],
    'has a name that is half a character': [
      fileOf('{"\\ud800":1}'),
      'the header, at its character 1: a key of the header is no string of JSON, or no Unicode: "\\"\\\\ud800\\":1}".',
    ],
    'has something behind the header': [
      fileOf('{} {}'),
      'the header, at its character 3: expected nothing more, found "{}".',
    ],
    'has an entry that is no object': [
      fileOf('{"w":[1,2]}'),
      'the header, at its character 5: expected { of the entry "w", found "[1,2]}".',
    ],
    'has a dtype that is no text': [
      fileOf('{"w":{"dtype":32}}'),
      'the header, at its character 14: expected a string, the dtype of "w", found "32}}".',
    ],
    'has a shape that is no list': [
      fileOf('{"w":{"shape":6}}'),
      'the header, at its character 14: expected [ of the shape of "w", found "6}}".',
    ],
    'has a negative size': [
      fileOf(headerOf({ shape: [-2, -3] }), 24),
      'the shape of "w" holds -2, which is no integer from 0 to 2 ** 53 - 1.',
    ],
    'has a size that is no integer': [
      fileOf(headerOf({ shape: [1.5, 4] }), 24),
      'the shape of "w" holds 1.5, which is no integer from 0 to 2 ** 53 - 1.',
    ],
    'has a size that would be rounded': [
      fileOf('{"w":{"shape":[9007199254740993'),
      'the shape of "w" holds 9007199254740993, which is no integer from 0 to 2 ** 53 - 1.',
    ],
    'has a size in another notation': [
      fileOf('{"w":{"data_offsets":[0,2.4e1]'),
      'the data_offsets of "w" holds 2.4e1, which is no integer from 0 to 2 ** 53 - 1.',
    ],
    'has a size with a zero in front': [
      fileOf('{"w":{"shape":[06]'),
      'the header, at its character 16: expected ] of the shape of "w", found "6]".',
    ],
    'has metadata that is no object': [
      fileOf('{"__metadata__":"pt"}'),
      'the header, at its character 16: expected { of the metadata, found "\\"pt\\"}".',
    ],
    'has metadata that is not text': [
      fileOf('{"__metadata__":{"epoch":3}}'),
      'the header, at its character 25: expected a string, the metadata "epoch", found "3}}".',
    ],
  });

  refuses(NAMES, {
    'has a name twice': [
      fileOf(`${headerOf().slice(0, -1)},${headerOf().slice(1)}`, 24),
      '"w" comes twice in the header, and it is not for the reader to choose.',
    ],
    'has a name twice, once escaped': [
      fileOf(`${headerOf().slice(0, -1)},${headerOf().slice(1).replace('w', '\\u0077')}`, 24),
      '"w" comes twice in the header, and it is not for the reader to choose.',
    ],
    'has a field twice': [
      fileOf('{"w":{"dtype":"F32","dtype":"F64"'),
      '"dtype" comes twice in the entry "w", and it is not for the reader to choose.',
    ],
    'has metadata twice': [
      fileOf('{"__metadata__":{"a":"","a":""}}'),
      '"a" comes twice in the metadata, and it is not for the reader to choose.',
    ],
  });

  refuses(ENTRY, {
    'has an entry without a dtype': [
      fileOf(headerOf({ dtype: undefined }), 24),
      'the entry "w" has no dtype.',
    ],
    'has an entry without a shape': [
      fileOf(headerOf({ shape: undefined }), 24),
      'the entry "w" has no shape.',
    ],
    'has an entry without offsets': [
      fileOf(headerOf({ data_offsets: undefined }), 24),
      'the entry "w" has no data_offsets.',
    ],
    'has an entry with a field that nobody knows': [
      fileOf('{"w":{"strides":[1]}}', 24),
      'the entry "w" has a key "strides", whose meaning is not known.',
    ],
    'has one offset': [fileOf(headerOf({ data_offsets: [24] }), 24), '"w" has 1 data_offsets, not 2.'],
  });

  refuses('Convert it to F32 before you save it, in PyTorch with tensor.float().', {
    'has half precision': [
      fileOf(headerOf({ dtype: 'BF16', data_offsets: [0, 12] }), 12),
      '"w" is "BF16"; what can be read is F64 and F32.',
    ],
  });

  refuses(CONTRADICT, {
    'has offsets that go back': [
      fileOf(headerOf({ data_offsets: [24, 0] }), 24),
      '"w" of shape [2, 3] in F32 takes 24 bytes, but its place is 24 to 0.',
    ],
    'has offsets of another size': [
      fileOf(headerOf({ data_offsets: [0, 16] }), 16),
      '"w" of shape [2, 3] in F32 takes 24 bytes, but its place is 0 to 16.',
    ],
  });

  refuses(AGAIN, {
    'goes on behind its data': [
      fileOf(headerOf(), 25),
      'the last tensor ends at byte 24 of the data, which has 25.',
    ],
    'has data that belongs to nobody, and no tensor': [
      fileOf('{}', 1),
      'the last tensor ends at byte 0 of the data, which has 1.',
    ],
    'begins with a hole': [
      fileOf(headerOf({ data_offsets: [8, 32] }), 32),
      'the bytes from 0 to 8 belong to no tensor; the next is "w".',
    ],
    'has a hole': [
      fileOf(two([0, 8], [9, 17]), 17),
      'the bytes from 8 to 9 belong to no tensor; the next is "b".',
    ],
    'has tensors that overlap': [
      fileOf(two([4, 12], [0, 8]), 12),
      '"b" and "a" overlap: 0 to 8 and 4 to 12.',
    ],
    'has the same place twice': [fileOf(two([0, 8], [0, 8]), 8), '"a" and "b" overlap: 0 to 8 and 0 to 8.'],
  });

  it.each([
    ['[3, 4503599627370496]', [3, 2 ** 52]],
    ['[1073741824, 1073741824, 0]', [2 ** 30, 2 ** 30, 0]],
    ['[2, 2, 2, 2, 2, 2, 2, 2] and 1992 axes more', Array(2000).fill(2)],
  ])('is larger than can be counted: %s', (shown, shape) => {
    expect(failure(fileOf(headerOf({ shape }), 24)).message).toBe(
      `safetensors: the size of "w" of shape ${shown} in F32 is more than can be counted (2 ** 53 - 1 bytes).\n` +
        '  Is the shape right?',
    );
  });

  it('is a web page: the message says so', () => {
    expect(failure(text('<!DOCTYPE html>')).message).toMatch('It begins as a web page');
  });
});

describe('a hostile header is refused at once', () => {
  const LONG = 2 ** 20;

  it.each([
    ['lists in lists', `{"w":${'['.repeat(LONG)}`],
    ['sizes in lists in lists', `{"w":{"shape":${'['.repeat(LONG)}`],
    ['a string of escapes', `{"${'\\n'.repeat(LONG)}":1}`],
    ['a string that does not close', `{"${'\\"'.repeat(LONG)}`],
    ['a number', `{"w":{"shape":[${'9'.repeat(LONG)}`],
    ['a name', `{"${'w'.repeat(LONG)}":{"dtype":"F16"}}`],
    ['white space', `{${' '.repeat(LONG)}`],
  ])('%s of a million', (_, header) => {
    expect(failure(fileOf(header)).message.length).toBeLessThan(400);
  });

  it('more than a quarter of a million names', () => {
    const texts = Array.from({ length: LONG / 4 + 1 }, (_, i) => `"${i}":""`);
    expect(failure(fileOf(`{"__metadata__":{${texts.join()}}}`)).message).toBe(
      'readSafetensors: the metadata has more than 262144 names; so many are not read.\n  Several files hold more.',
    );
  });
});
