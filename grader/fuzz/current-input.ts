import { closeSync, existsSync, openSync, readFileSync, writeSync } from 'node:fs';

/** The input that is being run, in a file: it outlives a process that hangs or dies of it. */
export class CurrentInput {
  private readonly file: number;
  private number = 0;

  constructor(path: string) {
    this.file = openSync(path, 'w');
  }

  write(input: Uint8Array): void {
    const header = Buffer.alloc(8);
    header.writeUInt32LE(++this.number, 0);
    header.writeUInt32LE(input.length, 4);
    writeSync(this.file, Buffer.concat([header, input]), 0, header.length + input.length, 0);
  }

  close(): void {
    closeSync(this.file);
  }
}

/** Nothing before the first. */
export function readCurrentInput(path: string): { number: number; input: Buffer } | undefined {
  const bytes = existsSync(path) ? readFileSync(path) : Buffer.alloc(0);
  if (bytes.length < 8) return undefined;
  return { number: bytes.readUInt32LE(0), input: bytes.subarray(8, 8 + bytes.readUInt32LE(4)) };
}
