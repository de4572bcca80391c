/**
 * What the grader and a guest say to each other.
 *
 * The grader asks one thing at a time: a frame `u32 length · u32 realm · request`, where each exercise has a realm of
 * its own. The guest answers with one frame for each input, in order: `u32 length · u32 request id · u32 index ·
 * outcome`. A guest only ever answers: nothing that it says is a verdict, and any other frame ends it. Its first frame
 * answers request 0, which nobody sends: it is there.
 */
import { MAX_ANSWER_MEGABYTES, type Plain } from '../model/plain.ts';
import type { Outcome } from '../model/subject.ts';
import { writeAnswer } from './answer-bytes.ts';
import { ByteWriter } from './bytes.ts';
import { encode } from './encode.ts';

export const MAX_REQUEST_BYTES = 16 << 20;
export const MAX_ANSWER_BYTES = MAX_ANSWER_MEGABYTES << 20;
/** All answers to one request together. */
export const MAX_ANSWERS_BYTES = 16 << 20;

export type Request =
  /**
   * Runs a module's code. A driver stands between the grader and the module of the same name. What is forbidden goes
   * from the realm before its first module comes.
   */
  | {
      ask: 'load';
      id: number;
      module: string;
      role: 'submission' | 'driver';
      engine: boolean;
      forbidden: string[];
      code: string;
    }
  | { ask: 'call'; id: number; module: string; name: string; inputs: Plain[][]; after: boolean }
  | {
      ask: 'vjp';
      id: number;
      module: string;
      name: string;
      inputs: { args: Plain[]; cotangents: Plain[] }[];
    };

/** What a guest can say about one call; how a process ended is for the grader to see. */
export type Answer =
  | Extract<Outcome, { kind: 'answer' | 'threw' | 'not-implemented' }>
  | { kind: 'invalid-answer'; why: string }
  /** There was no memory for it. */
  | { kind: 'exhausted' }
  /** There is no room for it in a frame. */
  | { kind: 'oversize' };

export function requestFrame(realm: number, request: Request): Buffer {
  const out = new ByteWriter(MAX_REQUEST_BYTES);
  writeFrame(out, () => {
    out.uint32(realm);
    encode(request, out);
  });
  return Buffer.from(out.bytes.subarray(0, out.length));
}

export function answerFrame(id: number, index: number, answer: Answer, out: ByteWriter): void {
  writeFrame(out, () => {
    out.uint32(id);
    out.uint32(index);
    writeAnswer(answer, out);
  });
}

function writeFrame(out: ByteWriter, writeBody: () => void): void {
  out.clear();
  out.uint32(0);
  writeBody();
  out.patchUint32(0, out.length - 4);
}
