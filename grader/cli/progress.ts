const WIDTH = 24;

/** A bar on a terminal; silent elsewhere. */
export class Progress {
  private readonly stream: NodeJS.WriteStream;

  constructor(stream: NodeJS.WriteStream) {
    this.stream = stream;
  }

  show = (done: number, total: number): void => {
    if (!this.stream.isTTY) return;
    const filled = Math.round((WIDTH * done) / total);
    this.stream.write(`\r${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${done} of ${total} graded`);
  };

  clear(): void {
    if (this.stream.isTTY) this.stream.write('\r\u001b[K');
  }
}
