import { describe, expect, it } from 'vitest';
import { arange, type Tensor, tensor, zeros } from '#autograd';
import { readSafetensors, SafetensorsError, writeSafetensors } from '#autograd/io';
import type { Entry } from './entry.ts';
import { formatHeader } from './format-header.ts';
import { frame } from './frame.ts';
import { fileOf } from './testing/file-of.ts';

const sixSingles = arange(0, 6, 1, { dtype: 'float32' }).reshape([1, 2, 3]);

describe('writeSafetensors', () => {
  // headers and lengths as in the tests of the reference implementation (safetensors/src/tensor.rs)
  it.each([
    ['attn.0', sixSingles, '{"attn.0":{"dtype":"F32","shape":[1,2,3],"data_offsets":[0,24]}}'],
    [
      'attn0',
      sixSingles.reshape([1, 1, 2, 3]),
      '{"attn0":{"dtype":"F32","shape":[1,1,2,3],"data_offsets":[0,24]}}       ',
    ],
  ])('writes %s as the reference does, aligned by spaces', (name, x, header) => {
    const numbers = new Uint8Array(Float32Array.of(0, 1, 2, 3, 4, 5).buffer);
    expect(writeSafetensors({ [name]: x })).toEqual(fileOf(header, numbers));
  });

  it('writes nothing, and metadata alone, as the reference does', () => {
    expect(writeSafetensors({})).toEqual(fileOf('{}      '));
    expect(writeSafetensors({}, { framework: 'pt' })).toEqual(
      fileOf('{"__metadata__":{"framework":"pt"}}     '),
    );
  });

  it('gives the same bytes in whatever order tensors and metadata come', () => {
    const [a, b, ten, two] = [zeros([2], { dtype: 'float32' }), zeros([1]), tensor(10), tensor(2)];
    const bytes = writeSafetensors({ a, b, 10: ten, 2: two }, { x: '1', y: '2' });
    expect(writeSafetensors({ b, 2: two, a, 10: ten }, { y: '2', x: '1' })).toEqual(bytes);
    const header = new TextDecoder().decode(bytes).match(/"[^"]*":(?=\{"dtype)/g);
    expect(header).toEqual(['"10":', '"2":', '"b":', '"a":']);
  });

  it('puts wide numbers first, so that all are aligned', () => {
    const odd = zeros([3], { dtype: 'float32' });
    const bytes = writeSafetensors({ a: odd, b: zeros([1]), c: odd, d: zeros([1]) });
    expect(bytes.length % 8).toBe(0);
    expect(Object.keys(readSafetensors(bytes).tensors)).toEqual(['b', 'd', 'a', 'c']);
  });

  it('writes views and tensors inside a graph like any others', () => {
    const x = tensor([1, 2, 3, 4], { requiresGrad: true });
    const y = x.mul(2).reshape([2, 2]).transpose(0, 1);
    const { tensors } = readSafetensors(writeSafetensors({ y }));
    expect(tensors.y.toArray()).toEqual(y.toArray());
    expect([tensors.y.requiresGrad, tensors.y.node]).toEqual([false, null]);
  });

  it('keeps names and texts whatever they hold', () => {
    const odd = ['', '"', '\\', '\n\0', '日本', '𝛁', ' ', 'constructor', '__proto__'];
    const metadata = Object.fromEntries(odd.map((text) => [text, text]));
    const tensors = Object.fromEntries(odd.map((name, i) => [name, tensor(i)]));
    const back = readSafetensors(writeSafetensors(tensors, metadata));
    expect(back.metadata).toEqual(metadata);
    for (const [i, name] of odd.entries()) expect(back.tensors[name].item()).toBe(i);
  });
});

describe('what does not become a file', () => {
  const notText = { epoch: 3 } as unknown as Record<string, string>;
  const notTensors = (x: unknown) => ({ w: x }) as Record<string, Tensor>;

  it.each([
    [
      'a name that is reserved',
      { __metadata__: zeros([1]) },
      '"__metadata__" is no name for a tensor: the format keeps its metadata there.',
    ],
    [
      'half a character',
      { '\ud83d': zeros([1]) },
      '"\\ud83d" holds half a character (a lone surrogate), which UTF-8 cannot.',
    ],
  ])('%s', (_, tensors, what) => {
    const write = () => writeSafetensors(tensors as Record<string, Tensor>);
    expect(write).toThrow(SafetensorsError);
    expect(write).toThrow(`writeSafetensors: ${what}\n  `);
  });

  it('a header of more than 100 MB, which nobody would read', () => {
    expect(() => frame(' '.repeat(100_000_001), 0)).toThrow(
      new SafetensorsError(
        'writeSafetensors: the header would have 100000001 bytes; more than 100000000 are not read by anyone.\n' +
          '  Is there a large text in the metadata, or are there very many names? Two files hold more.',
      ),
    );
  });

  it('more than a quarter of a million names, which readers refuse', () => {
    const entries = new Array<Entry>(2 ** 18 + 1);
    expect(() => formatHeader(entries, {})).toThrow(
      new SafetensorsError(
        'writeSafetensors: 262145 tensors or texts are more than the 262144 of a file.\n  Several files hold more.',
      ),
    );
  });

  it('a shape whose size cannot be counted', () => {
    expect(() => writeSafetensors({ w: zeros([2 ** 30, 2 ** 30, 0]) })).toThrow(SafetensorsError);
    expect(() => writeSafetensors({ w: zeros([0, 2 ** 60]) })).toThrow(SafetensorsError);
  });

  it.each([
    ['a list', [1, 2], 'an Array'],
    ['a number', 3, 'a number'],
    ['nothing', null, 'null'],
    ['an object without a prototype', Object.create(null), 'an object'],
  ])('%s that is not a tensor', (_, value, kind) => {
    expect(() => writeSafetensors(notTensors(value))).toThrow(
      new TypeError(
        `writeSafetensors: "w" is ${kind}, not a tensor.\n  tensor(…) makes one of numbers; text goes into the metadata.`,
      ),
    );
  });

  it('metadata that is not text', () => {
    expect(() => writeSafetensors({}, notText)).toThrow(
      new TypeError(
        'writeSafetensors: the metadata "epoch" is a number, not a text.\n  String(…) or JSON.stringify(…) makes one.',
      ),
    );
  });
});
