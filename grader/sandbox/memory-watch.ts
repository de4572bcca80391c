import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';

/** A guest can fill about a gigabyte a second. */
const MS_BETWEEN_LOOKS = 50;

/**
 * Looks from outside how much memory a process holds, for levels at which nothing inside can be relied on to bound it:
 * Node's limit of the heap does not count what buffers hold.
 *
 * @returns a function that ends the watch
 */
export function watchMemory(pid: number, bytes: number, exceeded: () => void): () => void {
  let looking = false;
  const timer = setInterval(async () => {
    if (looking) return;
    looking = true;
    if ((await residentBytes(pid)) > bytes) exceeded();
    looking = false;
  }, MS_BETWEEN_LOOKS);
  timer.unref();
  return () => clearInterval(timer);
}

/** What a process holds, swapped out or not; 0 when it is gone. */
export async function residentBytes(pid: number): Promise<number> {
  try {
    return process.platform === 'linux' ? fromProc(pid) : await fromPs(pid);
  } catch {
    return 0;
  }
}

function fromProc(pid: number): number {
  const held = readFileSync(`/proc/${pid}/status`, 'utf8').matchAll(/^Vm(?:RSS|Swap):\s*(\d+) kB$/gm);
  return [...held].reduce((sum, [, kilobytes]) => sum + 1024 * Number(kilobytes), 0);
}

async function fromPs(pid: number): Promise<number> {
  const { stdout } = await promisify(execFile)('ps', ['-o', 'rss=', '-p', `${pid}`]);
  return 1024 * Number(stdout);
}
