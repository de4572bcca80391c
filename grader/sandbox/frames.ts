/** A frame that announces more than may be sent. */
export class FrameTooLargeError extends Error {}

/**
 * Cuts a stream of bytes into frames `u32 length · bytes`. A length over the limit is refused when its header
 * arrives, before anything of it is kept.
 */
export class FrameReader {
  private chunks: Buffer[] = [];
  private size = 0;
  private readonly limit: number;

  constructor(limit: number) {
    this.limit = limit;
  }

  /** @returns the frames that are complete now; throws FrameTooLargeError after those before such a one */
  push(chunk: Buffer): Iterable<Buffer> {
    this.chunks.push(chunk);
    this.size += chunk.length;
    return this.complete();
  }

  private *complete(): Generator<Buffer> {
    for (let frame = this.next(); frame; frame = this.next()) yield frame;
  }

  private next(): Buffer | undefined {
    if (this.size < 4) return undefined;
    if (this.chunks[0]!.length < 4) this.join();
    const length = this.chunks[0]!.readUInt32LE(0);
    if (length > this.limit)
      throw new FrameTooLargeError(`${length} bytes announced, at most ${this.limit} are allowed`);
    if (this.size < 4 + length) return undefined;
    const all = this.join();
    this.chunks = [all.subarray(4 + length)];
    this.size -= 4 + length;
    return all.subarray(4, 4 + length);
  }

  private join(): Buffer {
    if (this.chunks.length > 1) this.chunks = [Buffer.concat(this.chunks)];
    return this.chunks[0]!;
  }
}
