import type { FileHandle } from 'node:fs/promises';
import { RandomAccessReader } from 'yauzl';
import { readBytes } from './read-bytes.ts';

/**
 * How yauzl reads an archive. Its own reader hands an offset from the archive to `fs.read`, which throws on one
 * beyond 2⁵³ where nothing can catch it: 100 bytes would end the grader.
 */
export class HandleReader extends RandomAccessReader {
  readonly file: FileHandle;

  constructor(file: FileHandle) {
    super();
    this.file = file;
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    done: (error: Error | null, bytesRead?: number) => void,
  ): void {
    readBytes(this.file, position, length).then((bytes) => {
      buffer.set(bytes, offset);
      done(null, bytes.length);
    }, done);
  }
}
