/** To read the processor time of a guest takes a fraction of a millisecond: it is done once in so much work. */
const MS_BETWEEN_READINGS = 20;

interface Moment {
  at: number;
  processor: number;
}

interface Time {
  wall: number;
  processor: number;
}

/** How long a guest has been at the present question and the present call, on the clock and of the processor. */
export class Meter {
  private readonly processorMs: () => number;
  private processor = 0;
  /** Milliseconds of work that the last reading has not seen, and until when they are counted. */
  private unread = 0;
  private countedAt = 0;
  private asked: Moment = { at: 0, processor: 0 };
  private answered = this.asked;

  /** `processorMs` gives Infinity where it is not known: then the clock on the wall decides. */
  constructor(processorMs: () => number) {
    this.processorMs = processorMs;
  }

  /** A question is asked. What a guest does while nobody asks is its own affair, and nothing. */
  start(): void {
    this.countedAt = performance.now();
    this.asked = this.answered = { at: this.countedAt, processor: this.processor };
  }

  /** A call is answered, and the next begins. */
  lap(): void {
    this.count();
    if (this.unread > MS_BETWEEN_READINGS) this.read();
    this.answered = { at: this.countedAt, processor: this.processor };
  }

  read(): void {
    this.count();
    const processor = this.processorMs();
    this.processor = Number.isFinite(processor) ? processor : this.processor + this.unread;
    this.unread = 0;
  }

  get question(): Time {
    return this.since(this.asked);
  }

  get call(): Time {
    return this.since(this.answered);
  }

  private since({ at, processor }: Moment): Time {
    return { wall: performance.now() - at, processor: this.processor - processor };
  }

  private count(): void {
    const now = performance.now();
    this.unread += now - this.countedAt;
    this.countedAt = now;
  }
}
