import type { Limits } from '../model/limits.ts';
import type { Outcome } from '../model/subject.ts';
import { type Budget, msLeft, overrun, spend, tooLarge, type Use } from './budget.ts';
import { ByteReader } from './bytes.ts';
import { causeOfDeath, outOfMemory } from './cause-of-death.ts';
import { FrameReader } from './frames.ts';
import type { Running } from './launch.ts';
import { Meter } from './meter.ts';
import { MAX_ANSWER_BYTES, MAX_ANSWERS_BYTES, type Request, requestFrame } from './protocol.ts';
import { Reply, UnaskedError } from './reply.ts';
import { Watch } from './watch.ts';

type Unnumbered<R> = R extends Request ? Omit<R, 'id'> : never;
export type Question = Unnumbered<Request>;

/** A question that waits for its answers, and the budgets that these are paid from. */
interface Pending {
  reply: Reply;
  budgets: Budget[];
  resolve(outcomes: Outcome[]): void;
}

/** Until a guest is there. */
const START: Budget = {
  of: 'call',
  most: { wall: 60_000, processor: 10_000, bytes: MAX_ANSWER_BYTES },
  used: { wall: 0, processor: 0, bytes: 0 },
};

/**
 * One confined process that answers, seen from the trusted side. It gets one request at a time. Whatever goes wrong
 * becomes the outcome of the input that was due, and ends the process.
 */
export class Guest {
  /** Fulfilled when the process has ended, however it did. */
  readonly ended: Promise<void>;
  private readonly running: Running;
  private readonly limits: Limits;
  private readonly frames = new FrameReader(MAX_ANSWER_BYTES);
  private readonly watch = new Watch(() => this.overdue());
  private readonly meter: Meter;
  /** The answer to request 0, which nobody sends: the guest is there. */
  private readonly hello: Promise<Outcome[]>;
  private pending: Pending | undefined;
  private lastId = 0;
  private cause: Outcome | undefined;
  private owesCause = false;

  constructor(running: Running, limits: Limits) {
    this.running = running;
    this.limits = limits;
    this.meter = new Meter(() => running.processorMs());
    running.output.on('data', (chunk: Buffer) => this.receive(chunk));
    this.ended = running.ended.then(
      (how) => this.end(causeOfDeath(how, running.stderr(), limits)),
      (error: Error) => this.end({ kind: 'crashed', how: error.message }),
    );
    this.hello = this.expect(new Reply(0, 1), [START]);
  }

  /** Dead, with nothing more to say. */
  get isOver(): boolean {
    return this.cause !== undefined && !this.owesCause;
  }

  /**
   * One outcome for each input of the request, in order; fewer when one of them ended the guest. A guest that broke
   * the protocol while nobody asked answers with that. What is used is taken from the budgets, of which one is a call's.
   *
   * @throws when the guest never came up: that is no fault of the code it was to run
   */
  async ask(question: Question, realm: number, budgets: Budget[]): Promise<Outcome[]> {
    const due = question.ask === 'load' ? 1 : question.inputs.length;
    if (due === 0) return [];
    await this.requireStarted();
    this.owesCause = false;
    if (this.cause) return [this.cause];
    if (this.pending) throw new Error('a guest is asked one thing at a time');
    const id = ++this.lastId;
    this.running.input.write(requestFrame(realm, { ...question, id } as Request));
    return this.expect(new Reply(id, due), budgets);
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

  private expect(reply: Reply, budgets: Budget[]): Promise<Outcome[]> {
    return new Promise((resolve) => {
      this.pending = { reply, budgets, resolve };
      this.meter.start();
      this.watchOver(this.pending);
    });
  }

  private receive(chunk: Buffer): void {
    try {
      for (const frame of this.frames.push(chunk)) this.accept(new ByteReader(frame));
    } catch (error) {
      const what =
        error instanceof UnaskedError ? 'an answer came that nobody had asked for' : 'this is no answer';
      this.end({ kind: 'invalid-answer', why: `protocol violation: ${what}` });
    }
  }

  private accept(frame: ByteReader): void {
    if (!this.pending) throw new UnaskedError();
    const { reply, budgets } = this.pending;
    const bytes = frame.left;
    const answer = reply.read(frame);
    if (reply.bytes > MAX_ANSWERS_BYTES) return this.end(tooLarge('question', MAX_ANSWERS_BYTES));
    // what is full stays full
    if (answer.kind === 'exhausted') return this.end(outOfMemory(this.limits));
    const most = budgets.find(({ of }) => of === 'call')!.most.bytes;
    reply.outcomes.push(bytes > most || answer.kind === 'oversize' ? tooLarge('call', most) : answer);
    this.meter.lap();
    if (reply.isComplete) this.settle();
    else this.endWhenOver(this.pending);
  }

  private overdue(): void {
    this.meter.read();
    if (this.pending) this.watchOver(this.pending);
  }

  /** Looks again at the earliest moment when a budget can be used up. */
  private watchOver(pending: Pending): void {
    if (!this.endWhenOver(pending))
      this.watch.start(
        Math.min(...pending.budgets.map((budget) => msLeft(budget, this.useOf(budget, pending)))),
      );
  }

  private endWhenOver(pending: Pending): boolean {
    const over = pending.budgets.map((budget) => overrun(budget, this.useOf(budget, pending))).find(Boolean);
    if (over) this.end(over);
    return over !== undefined;
  }

  private useOf({ of }: Budget, { reply }: Pending): Use {
    return of === 'call' ? { ...this.meter.call, bytes: 0 } : { ...this.meter.question, bytes: reply.bytes };
  }

  private settle(): void {
    this.watch.stop();
    const { pending } = this;
    this.pending = undefined;
    if (!pending) return;
    const use = { ...this.meter.question, bytes: pending.reply.bytes };
    for (const budget of pending.budgets) if (budget.of !== 'call') spend(budget, use);
    pending.resolve(pending.reply.outcomes);
  }

  private end(cause: Outcome): void {
    if (this.cause) return;
    this.cause = cause;
    this.owesCause = !this.pending && cause.kind === 'invalid-answer';
    if (this.pending) this.meter.read();
    this.running.kill();
    this.pending?.reply.outcomes.push(cause);
    this.settle();
  }
}
