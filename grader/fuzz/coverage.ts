import { type Profiler, Session } from 'node:inspector';

/** Which characters of which sources have run, as V8 counts blocks of code. */
export class Coverage {
  private readonly session = new Session();
  private readonly reached = new Map<string, Uint8Array>();
  private readonly covers: string[];

  constructor(covers: string[]) {
    this.covers = covers;
    this.session.connect();
    this.session.post('Profiler.enable');
    this.session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  }

  /** How many characters were reached by all that was learned. */
  get size(): number {
    return [...this.reached.values()].reduce((sum, of) => sum + of.reduce((count, bit) => count + bit, 0), 0);
  }

  /** What ran since the last call, by source. */
  take(): Map<string, Uint8Array> {
    let scripts: Profiler.ScriptCoverage[] = [];
    this.session.post('Profiler.takePreciseCoverage', (error, taken) => {
      if (error) throw error;
      scripts = taken.result;
    });
    const ours = scripts.filter(({ url }) => this.covers.some((part) => url.includes(part)));
    return new Map(ours.map(({ url, functions }) => [url, painted(functions)]));
  }

  isNew(taken: Map<string, Uint8Array>): boolean {
    return [...taken].some(([url, ran]) => ran.some((bit, at) => bit > (this.reached.get(url)?.[at] ?? 0)));
  }

  learn(taken: Map<string, Uint8Array>): void {
    for (const [url, ran] of taken) {
      const before = this.reached.get(url) ?? new Uint8Array(0);
      const length = Math.max(before.length, ran.length);
      this.reached.set(
        url,
        Uint8Array.from({ length }, (_, at) => (ran[at] || before[at]) ?? 0),
      );
    }
  }

  close(): void {
    this.session.disconnect();
  }
}

/** Outer blocks come before inner ones; a block that ran as often as the one around it is not listed. */
function painted(functions: Profiler.FunctionCoverage[]): Uint8Array {
  const ranges = functions
    .flatMap((one) => one.ranges)
    .sort((a, b) => a.startOffset - b.startOffset || b.endOffset - a.endOffset);
  const ran = new Uint8Array(Math.max(0, ...ranges.map(({ endOffset }) => endOffset)));
  for (const { startOffset, endOffset, count } of ranges) ran.fill(count > 0 ? 1 : 0, startOffset, endOffset);
  return ran;
}
