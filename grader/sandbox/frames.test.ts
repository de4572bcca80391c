import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FrameReader, FrameTooLargeError } from './frames.ts';

function frame(body: Uint8Array): Buffer {
  const header = Buffer.alloc(4);
  header.writeUInt32LE(body.length);
  return Buffer.concat([header, body]);
}

const bodies = fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 12 });

test('any chunking of a stream gives the same frames', () => {
  fc.assert(
    fc.property(bodies, fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1 }), (sent, sizes) => {
      const stream = Buffer.concat(sent.map(frame));
      const reader = new FrameReader(40);
      const received: Buffer[] = [];
      for (let at = 0, i = 0; at < stream.length; i++) {
        const size = sizes[i % sizes.length]! || i % 2;
        received.push(...reader.push(stream.subarray(at, at + size)));
        at += size;
      }
      expect(received.map((body) => [...body])).toEqual(sent.map((body) => [...body]));
    }),
  );
});

test('an unfinished frame is kept back', () => {
  const reader = new FrameReader(10);
  expect([...reader.push(Buffer.from([2, 0, 0, 0, 7]))]).toEqual([]);
  expect([...reader.push(Buffer.from([8]))]).toEqual([Buffer.from([7, 8])]);
});

test('a length over the limit is refused when its header is there, and not before', () => {
  const reader = new FrameReader(100);
  expect([...reader.push(Buffer.from([101, 0, 0]))]).toEqual([]);
  expect(() => [...reader.push(Buffer.from([0]))]).toThrow(FrameTooLargeError);
  expect([...new FrameReader(100).push(frame(new Uint8Array(100)))]).toHaveLength(1);
});

test('the frames before a refused one are given, as they are when it comes in another chunk', () => {
  const oversize = Buffer.from([255, 255, 255, 255]);
  const frames = new FrameReader(100)
    .push(Buffer.concat([frame(Buffer.from('a')), oversize]))
    [Symbol.iterator]();
  expect(frames.next().value).toEqual(Buffer.from('a'));
  expect(() => frames.next()).toThrow(FrameTooLargeError);
});

test('eight megabytes byte by byte take no quadratic time', () => {
  const reader = new FrameReader(8 << 20);
  const start = performance.now();
  let frames = [...reader.push(Buffer.from([0, 0, 16, 0]))];
  const byte = Buffer.from([1]);
  for (let i = 0; i < 1 << 20; i++) frames = [...reader.push(byte)];
  expect(frames).toHaveLength(1);
  expect(performance.now() - start).toBeLessThan(3000);
});
