import type { Outcome } from '../model/subject.ts';
import { readAnswer } from './answer-bytes.ts';
import type { ByteReader } from './bytes.ts';
import type { Answer } from './protocol.ts';

/** A frame that is not the answer that was due. */
export class UnaskedError extends Error {}

/** The answers to one request, as they come in. */
export class Reply {
  readonly outcomes: Outcome[] = [];
  /** Of all answers so far. */
  bytes = 0;
  private readonly id: number;
  private readonly due: number;

  constructor(id: number, due: number) {
    this.id = id;
    this.due = due;
  }

  get isComplete(): boolean {
    return this.outcomes.length === this.due;
  }

  /** Reads the answer to the next input. @throws UnaskedError, NotPlainError or ByteLimitError when the frame is none */
  read(frame: ByteReader): Answer {
    this.bytes += frame.left;
    if (frame.uint32() !== this.id || frame.uint32() !== this.outcomes.length) throw new UnaskedError();
    return readAnswer(frame);
  }
}
