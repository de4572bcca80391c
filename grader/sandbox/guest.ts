import type { Outcome } from '../model/subject.ts';
import { ByteReader } from './bytes.ts';
import { causeOfDeath, outOfMemory } from './cause-of-death.ts';
import { FrameReader } from './frames.ts';
import type { Running } from './launch.ts';
import { MAX_ANSWER_BYTES, type Request, requestFrame } from './protocol.ts';
import { Reply, unasked, ViolationError } from './reply.ts';
import { Watch } from './watch.ts';

type Unnumbered<R> = R extends Request ? Omit<R, 'id'> : never;
export type Question = Unnumbered<Request>;

const START_LIMIT_MS = 10_000;
/** How many times its limit a call may last when the processor was not the guest's. */
const PATIENCE = 5;

/**
 * One confined process that answers, seen from the trusted side. It gets one request at a time. Whatever goes wrong
 * becomes the outcome of the input that was due, and ends the process.
 */
export class Guest {
  private readonly running: Running;
  private readonly msPerCall: number;
  private readonly frames = new FrameReader(MAX_ANSWER_BYTES);
  private readonly watch = new Watch(() => this.overdue());
  /** The answer to request 0, which nobody sends: the guest is there. */
  private readonly hello: Promise<Outcome[]>;
  private pending: { reply: Reply; resolve(outcomes: Outcome[]): void } | undefined;
  private lastId = 0;
  private cause: Outcome | undefined;
  private owesCause = false;
  private asked = { at: 0, used: 0 };

  constructor(running: Running, msPerCall: number) {
    this.running = running;
    this.msPerCall = msPerCall;
    running.output.on('data', (chunk: Buffer) => this.receive(chunk));
    running.ended.then(
      (end) => this.end(end.outOfMemory ? outOfMemory() : causeOfDeath(end.code, end.signal, msPerCall)),
      (error: Error) => this.end({ kind: 'crashed', how: error.message }),
    );
    this.hello = this.expect(new Reply(0, 1, START_LIMIT_MS));
    this.watch.start(START_LIMIT_MS);
  }

  /** Dead, with nothing more to say. */
  get isOver(): boolean {
    return this.cause !== undefined && !this.owesCause;
  }

  /**
   * One outcome for each input of the request, in order; fewer when one of them ended the guest. A guest that broke
   * the protocol while nobody asked answers with that.
   *
   * @throws when the guest never came up: that is no fault of the code it was to run
   */
  async ask(question: Question, msForAll = Number.POSITIVE_INFINITY): Promise<Outcome[]> {
    const due = question.ask === 'load' ? 1 : question.inputs.length;
    if (due === 0) return [];
    await this.requireStarted();
    this.owesCause = false;
    if (this.cause) return [this.cause];
    if (this.pending) throw new Error('a guest is asked one thing at a time');
    const id = ++this.lastId;
    this.asked = { at: performance.now(), used: this.running.processorMs() };
    this.running.input.write(requestFrame({ ...question, id } as Request));
    this.watch.start(this.msPerCall);
    return this.expect(new Reply(id, due, msForAll));
  }

  kill(): void {
    this.end({ kind: 'crashed', how: 'the grader ended it' });
  }

  private async requireStarted(): Promise<void> {
    const [hello] = await this.hello;
    if (hello!.kind === 'answer') return;
    const said = this.running.stderr().trim().split('\n').at(-1);
    throw new Error(`a guest did not start: ${said || JSON.stringify(hello)}`);
  }

  private expect(reply: Reply): Promise<Outcome[]> {
    return new Promise((resolve) => {
      this.pending = { reply, resolve };
    });
  }

  private receive(chunk: Buffer): void {
    try {
      for (const frame of this.frames.push(chunk)) this.accept(new ByteReader(frame));
    } catch (error) {
      const why =
        error instanceof ViolationError ? error.message : 'the answer broke the protocol of the sandbox';
      this.end({ kind: 'invalid-answer', why });
    }
  }

  private accept(frame: ByteReader): void {
    if (!this.pending) throw unasked();
    const { reply } = this.pending;
    reply.take(frame);
    if (reply.isComplete) this.settle();
    else this.watch.start(Math.min(this.msPerCall, reply.msLeft));
  }

  /** What counts is the guest's own work: a busy machine that let it wait gives it more time, within bounds. */
  private overdue(): void {
    const waited = performance.now() - this.asked.at;
    const worked = this.running.processorMs() - this.asked.used;
    const left = Math.min(
      this.msPerCall - worked,
      PATIENCE * this.msPerCall - waited,
      this.pending?.reply.msLeft ?? 0,
    );
    if (left > 0) this.watch.start(left);
    else this.end({ kind: 'timeout', ms: this.msPerCall });
  }

  private settle(): void {
    this.watch.stop();
    const { pending } = this;
    this.pending = undefined;
    pending?.resolve(pending.reply.outcomes);
  }

  private end(cause: Outcome): void {
    if (this.cause) return;
    this.cause = cause;
    this.owesCause = !this.pending && cause.kind === 'invalid-answer';
    this.running.kill();
    this.pending?.reply.outcomes.push(cause);
    this.settle();
  }
}
