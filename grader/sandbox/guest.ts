import type { Outcome } from '../model/subject.ts';
import { ByteReader, ByteWriter } from './bytes.ts';
import { encode } from './codec.ts';
import { FrameReader } from './frames.ts';
import type { Running } from './launch.ts';
import { GUEST_MEGABYTES } from './program.ts';
import { type Answer, MAX_ANSWER_BYTES, MAX_REQUEST_BYTES, type Request, readAnswer } from './protocol.ts';

type Unnumbered<R> = R extends Request ? Omit<R, 'id'> : never;

/** The request that is being answered. */
interface Pending {
  id: number;
  due: number;
  outcomes: Outcome[];
  resolve(outcomes: Outcome[]): void;
}

/**
 * One confined process that answers, seen from the trusted side. It gets one request at a time. Whatever goes wrong
 * becomes the outcome of the input that was due, and ends the process.
 */
export class Guest {
  private readonly running: Running;
  private readonly msPerCall: number;
  private readonly frames = new FrameReader(MAX_ANSWER_BYTES);
  private pending: Pending | undefined;
  private timer: NodeJS.Timeout | undefined;
  private lastId = 0;
  private ended = false;

  constructor(running: Running, msPerCall: number) {
    this.running = running;
    this.msPerCall = msPerCall;
    running.output.on('data', (chunk: Buffer) => this.receive(chunk));
    for (const stream of [running.input, running.output]) stream.on('error', () => {});
    running.process.on('error', () => this.end({ kind: 'crashed', how: 'the sandbox could not start' }));
    running.process.on('close', (code, signal) => this.end(causeOfDeath(code, signal, msPerCall)));
  }

  get alive(): boolean {
    return !this.ended;
  }

  /** One outcome for each input of the request, in order; fewer when one of them ended the guest. */
  ask(request: Unnumbered<Request>): Promise<Outcome[]> {
    const due = request.ask === 'load' ? 1 : request.inputs.length;
    if (due === 0) return Promise.resolve([]);
    const id = ++this.lastId;
    return new Promise((resolve) => {
      this.pending = { id, due, outcomes: [], resolve };
      this.running.input.write(frame({ ...request, id } as Request));
      this.startTimer();
    });
  }

  kill(): void {
    this.end({ kind: 'crashed', how: 'the grader ended it' });
  }

  private receive(chunk: Buffer): void {
    if (this.ended) return;
    try {
      for (const bytes of this.frames.push(chunk)) this.accept(new ByteReader(bytes));
    } catch {
      this.end({ kind: 'invalid-answer', why: 'the answer broke the protocol of the sandbox' });
    }
  }

  private accept(bytes: ByteReader): void {
    const { pending } = this;
    const expected = pending && bytes.uint32() === pending.id && bytes.uint32() === pending.outcomes.length;
    if (!expected)
      return this.end({ kind: 'invalid-answer', why: 'an answer came that nobody had asked for' });
    pending.outcomes.push(outcomeOf(readAnswer(bytes)));
    if (pending.outcomes.length === pending.due) this.settle();
    else this.startTimer();
  }

  private startTimer(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.end({ kind: 'timeout', ms: this.msPerCall }), this.msPerCall);
  }

  private settle(): void {
    clearTimeout(this.timer);
    const { pending } = this;
    this.pending = undefined;
    pending?.resolve(pending.outcomes);
  }

  private end(cause: Outcome): void {
    if (this.ended) return;
    this.ended = true;
    this.running.process.kill('SIGKILL');
    this.running.input.destroy();
    this.running.output.destroy();
    this.pending?.outcomes.push(cause);
    this.settle();
  }
}

function frame(request: Request): Buffer {
  const out = new ByteWriter(MAX_REQUEST_BYTES);
  out.uint32(0);
  encode(request, out);
  out.patchUint32(0, out.length - 4);
  return Buffer.from(out.bytes.subarray(0, out.length));
}

function outcomeOf(answer: Answer): Outcome {
  return answer.kind === 'exhausted' ? { kind: 'out-of-memory', megabytes: GUEST_MEGABYTES } : answer;
}

const ABORTS = new Set(['SIGABRT', 'SIGTRAP', 'SIGILL']);
const PROCESSOR_LIMITS = new Set(['SIGXCPU', 'SIGKILL']);
const signalOfCode: Record<number, string> = {
  132: 'SIGILL',
  133: 'SIGTRAP',
  134: 'SIGABRT',
  137: 'SIGKILL',
  139: 'SIGSEGV',
  152: 'SIGXCPU',
};

/** Codes over 128 are signals seen through a jail. V8 aborts when its heap is full. */
function causeOfDeath(code: number | null, signal: string | null, ms: number): Outcome {
  const reason = signal ?? signalOfCode[code ?? -1];
  if (reason && ABORTS.has(reason)) return { kind: 'out-of-memory', megabytes: GUEST_MEGABYTES };
  if (reason && PROCESSOR_LIMITS.has(reason)) return { kind: 'timeout', ms };
  if (reason) return { kind: 'crashed', how: `the process was ended by ${reason}` };
  return { kind: 'crashed', how: `the process ended (exit code ${code}) before it had answered` };
}
