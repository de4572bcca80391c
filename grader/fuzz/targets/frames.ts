import { isDeepStrictEqual } from 'node:util';
import { Tensor, tensor } from '#autograd';
import type { Plain } from '../../model/plain.ts';
import { readAnswer } from '../../sandbox/answer-bytes.ts';
import { ByteLimitError, ByteReader, ByteWriter } from '../../sandbox/bytes.ts';
import { FrameReader, FrameTooLargeError } from '../../sandbox/frames.ts';
import { NotPlainError } from '../../sandbox/plain-data.ts';
import { type Answer, answerFrame, MAX_ANSWER_BYTES } from '../../sandbox/protocol.ts';
import { claim, type Target, unless, usual } from '../target.ts';

/** The first byte says where the stream is cut; the rest is what a guest sends. */
export const frames: Target = {
  limits: usual,
  covers: ['grader/sandbox/'],
  seeds: () => ANSWERS.map((answer, i) => Uint8Array.from([i, ...framed(answer, i)])),
  words: [0, 1, 2, 3, 8, 9, 16, 255, 2 ** 20, MAX_ANSWER_BYTES, 2 ** 32 - 1].map(u32),
  run([cut = 0, ...stream]) {
    const bytes = Uint8Array.from(stream);
    const whole = conversation([bytes]);
    claim(isDeepStrictEqual(conversation(pieces(bytes, cut)), whole), 'the cuts do not matter');
    for (const answer of whole)
      if (typeof answer !== 'string') claim(comesBack(answer), 'what was read can be sent');
  },
};

/** The answers in a stream, and the error that ended it. */
export function conversation(chunks: Uint8Array[]): (Answer | string)[] {
  const frames = new FrameReader(MAX_ANSWER_BYTES);
  const heard: (Answer | string)[] = [];
  try {
    for (const chunk of chunks)
      for (const frame of frames.push(Buffer.from(chunk))) heard.push(answerIn(frame));
  } catch (error) {
    unless(FrameTooLargeError, ByteLimitError, NotPlainError)(error);
    heard.push((error as Error).message);
  }
  return heard;
}

function answerIn(frame: Buffer): Answer {
  const bytes = new ByteReader(frame);
  bytes.uint32();
  bytes.uint32();
  return readAnswer(bytes);
}

function pieces(bytes: Uint8Array, cut: number): Uint8Array[] {
  const size = 1 + cut;
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
    bytes.subarray(i * size, (i + 1) * size),
  );
}

function comesBack(answer: Answer): boolean {
  return isDeepStrictEqual(conversation([framed(answer, 0)]), [answer]);
}

function framed(answer: Answer, index: number): Uint8Array {
  const out = new ByteWriter(MAX_ANSWER_BYTES);
  answerFrame(1, index, answer, out);
  return out.bytes.slice(0, out.length);
}

function u32(value: number): Uint8Array {
  return new Uint8Array(Uint32Array.of(value).buffer);
}

const answer = (value: Plain, after?: Plain[]): Answer => ({
  kind: 'answer',
  value,
  ...(after && { after }),
});

const ANSWERS: Answer[] = [
  answer(undefined),
  answer(null),
  answer([true, false, 'text', { key: 1, other: [1, 'a'] }]),
  answer([1, 2.5, Number.NaN]),
  answer(tensor([[1, 2, 3]]), [[1], new Tensor(new Float64Array(0), [2, 0])]),
  { kind: 'threw', error: 'TypeError', message: 'x is not a function', rangeError: true },
  { kind: 'not-implemented', what: 'rnnCell' },
  { kind: 'invalid-answer', why: 'the answer holds a function' },
  { kind: 'exhausted' },
];
