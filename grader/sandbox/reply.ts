import type { Outcome } from '../model/subject.ts';
import { readAnswer } from './answer-bytes.ts';
import type { ByteReader } from './bytes.ts';
import { outOfMemory } from './cause-of-death.ts';
import { MAX_ANSWERS_BYTES } from './protocol.ts';

/** A frame that is not the answer that was due; the message says why. */
export class ViolationError extends Error {}

/** The answers to one request, as they come in. */
export class Reply {
  readonly outcomes: Outcome[] = [];
  private bytesLeft = MAX_ANSWERS_BYTES;
  private readonly id: number;
  private readonly due: number;
  private readonly until: number;

  constructor(id: number, due: number, msForAll: number) {
    this.id = id;
    this.due = due;
    this.until = performance.now() + msForAll;
  }

  get isComplete(): boolean {
    return this.outcomes.length === this.due;
  }

  get msLeft(): number {
    return this.until - performance.now();
  }

  /** Adds the next answer. @throws ViolationError, NotPlainError or ByteLimitError when the frame is none */
  take(frame: ByteReader): void {
    this.bytesLeft -= frame.left;
    if (frame.uint32() !== this.id || frame.uint32() !== this.outcomes.length) throw unasked();
    if (this.bytesLeft < 0) throw new ViolationError('the answers to one question are too large together');
    const answer = readAnswer(frame);
    this.outcomes.push(answer.kind === 'exhausted' ? outOfMemory() : answer);
  }
}

export function unasked(): ViolationError {
  return new ViolationError('an answer came that nobody had asked for');
}
