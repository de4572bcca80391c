import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { conversation } from '../fuzz/targets/frames.ts';
import { promptly } from '../testing/promptly.ts';
import { ByteWriter } from './bytes.ts';
import { answerFrame } from './protocol.ts';
import { plain } from './testing/plain.ts';

const frame = fc.tuple(fc.nat(9), fc.nat(9), plain).map(([id, index, value]) => {
  const out = new ByteWriter(8 << 20);
  answerFrame(id, index, { kind: 'answer', value }, out);
  return out.bytes.slice(0, out.length);
});
const frames = fc.array(frame, { minLength: 1, maxLength: 5 });
const cuts = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 10 });

/** A change at a place between 0 and 1 of the stream: so many bytes are taken out there, and others put in. */
const change = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  out: fc.nat(5),
  put: fc.oneof(
    fc.uint8Array({ maxLength: 5 }),
    fc
      .constantFrom([255, 255, 255, 255], [0, 0, 128, 0], [0, 0, 0, 0], [9, 8])
      .map((bytes) => Uint8Array.from(bytes)),
  ),
});

function changed(stream: Uint8Array, changes: { at: number; out: number; put: Uint8Array }[]): Uint8Array {
  return changes.reduce((bytes, { at, out, put }) => {
    const place = Math.floor(at * bytes.length);
    return Buffer.concat([bytes.subarray(0, place), put, bytes.subarray(place + out)]);
  }, stream);
}

function pieces(stream: Uint8Array, sizes: number[]): Uint8Array[] {
  const all: Uint8Array[] = [];
  for (let at = 0; at < stream.length; at += all.at(-1)!.length)
    all.push(stream.subarray(at, at + sizes[all.length % sizes.length]!));
  return all;
}

describe('what a guest sends, wherever the pipe cuts it', () => {
  test('is one answer for each frame', async () => {
    await fc.assert(
      fc.asyncProperty(frames, cuts, async (sent, sizes) => {
        const heard = await promptly(() => conversation(pieces(Buffer.concat(sent), sizes)));
        expect(heard).toHaveLength(sent.length);
        expect(heard.every((answer) => typeof answer !== 'string')).toBe(true);
      }),
    );
  });

  test('after changes is answers, then perhaps an error of those that belong there', async () => {
    await fc.assert(
      fc.asyncProperty(
        frames,
        fc.array(change, { minLength: 1, maxLength: 4 }),
        cuts,
        async (sent, changes, sizes) => {
          const stream = changed(Buffer.concat(sent), changes);
          const heard = await promptly(() => conversation([stream]));
          expect(heard.slice(0, -1).some((answer) => typeof answer === 'string')).toBe(false);
          expect(conversation(pieces(stream, sizes))).toEqual(heard);
        },
      ),
      { numRuns: 400 },
    );
  });
});
