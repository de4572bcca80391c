import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';

/** A Node process without any confinement, from its start to its first byte, in milliseconds. */
export async function startPlainNode(): Promise<number> {
  const start = performance.now();
  const script = 'require("node:fs").writeSync(3, "x"); require("node:fs").readSync(0, Buffer.alloc(1))';
  const child = spawn(process.execPath, ['-e', script], { stdio: ['pipe', 'ignore', 'ignore', 'pipe'] });
  await once(child.stdio[3] as Readable, 'data');
  const ms = performance.now() - start;
  child.stdin!.destroy();
  await once(child, 'exit');
  return ms;
}
