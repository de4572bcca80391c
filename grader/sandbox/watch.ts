/** Rings when it was not stopped or started again for so long. */
export class Watch {
  private timer: NodeJS.Timeout | undefined;
  private readonly ring: () => void;

  constructor(ring: () => void) {
    this.ring = ring;
  }

  /** A grader that was busy itself first reads what lies in its pipes: an answer that waits there came in time. */
  start(ms: number): void {
    this.stop();
    const timer = setTimeout(() => setImmediate(() => timer === this.timer && this.ring()), ms);
    this.timer = timer;
  }

  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }
}
