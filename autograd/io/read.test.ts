import { describe, expect, it } from 'vitest';
import { tensor } from '#autograd';
import { readSafetensors, writeSafetensors } from '#autograd/io';
import { fileOf } from './testing/file-of.ts';

describe('readSafetensors', () => {
  it('reads what other writers may write: any order, white space, escapes, empty tensors where others begin', () => {
    const header = ` { "b" :{"shape":[1],"dtype":"F64","data_offsets":[4,12]},\t"\\u0061":
      {"dtype":"F32","shape":[ ],"data_offsets":[0,4]},"none":{"dtype":"F32","shape":[0, 2],"data_offsets":[4,4]},
      "__metadata__":{}}\r\n`.trimStart();
    const { tensors, metadata } = readSafetensors(fileOf(header, 12));
    expect(Object.entries(tensors).map(([name, { shape, dtype }]) => [name, shape, dtype])).toEqual([
      ['b', [1], 'float64'],
      ['a', [], 'float32'],
      ['none', [0, 2], 'float32'],
    ]);
    expect(metadata).toEqual({});
  });

  it('reads numbers at any offset of a larger buffer, and shares no memory with it', () => {
    const file = writeSafetensors({ w: tensor([1.5, -0, 7]) });
    const larger = new Uint8Array(file.length + 9);
    for (let offset = 0; offset < 9; offset++) {
      larger.set(file, offset);
      const { tensors } = readSafetensors(larger.subarray(offset, offset + file.length));
      larger.fill(0xff);
      expect(tensors.w.toArray()).toEqual([1.5, -0, 7]);
    }
  });

  it('reads memory that is shared between threads', () => {
    const file = writeSafetensors({ w: tensor([1.5]) });
    // in a page that is not isolated, WebAssembly alone gives such memory
    const { Memory } = Reflect.get(globalThis, 'WebAssembly');
    const { buffer } = new Memory({ initial: 1, maximum: 1, shared: true });
    const shared = new Uint8Array(buffer, 0, file.length);
    shared.set(file);
    expect(readSafetensors(shared).tensors.w.toArray()).toEqual([1.5]);
  });

  it('takes `__proto__` and the like for names like any others', () => {
    const entry = '{"dtype":"F32","shape":[],"data_offsets":[0,4]}';
    const text = '{"__proto__":"a","toString":"b"}';
    const file = fileOf(`{"__proto__":${entry},"__metadata__":${text}}`, 4);
    const { tensors, metadata } = readSafetensors(file);
    expect(Object.keys(tensors)).toEqual(['__proto__']);
    expect(Object.keys(metadata)).toEqual(['__proto__', 'toString']);
    expect([tensors.constructor, tensors.toString, metadata.valueOf]).toEqual(Array(3).fill(undefined));
    expect(({} as Record<string, unknown>).shape).toBeUndefined();
    expect(readSafetensors(writeSafetensors(tensors, metadata))).toEqual({ tensors, metadata });
  });

  it('takes bytes and nothing else', () => {
    const buffer = writeSafetensors({}).buffer as unknown as Uint8Array;
    expect(() => readSafetensors(buffer)).toThrow(
      new TypeError(
        'readSafetensors: takes a Uint8Array, not an ArrayBuffer.\n' +
          '  new Uint8Array(buffer) makes one of an ArrayBuffer; loadTensors of #autograd/files takes a path.',
      ),
    );
  });
});
