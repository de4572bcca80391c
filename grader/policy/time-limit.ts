import { runInNewContext } from 'node:vm';

/** How many times the limit may pass on the wall while a busy machine gives this process no time to work. */
const PATIENCE = 8;

/** The part of a limit that counts as all of it: no process has a processor for every millisecond of the wall. */
const NEARLY = 0.75;

/**
 * Runs `work` and stops it when it has worked for so many milliseconds, which nothing else can do to a loop in this
 * thread. What counts is processor time: on a busy machine it is begun again, with more patience; `reset` comes before.
 *
 * @throws what `work` throws, or an error with the code `ERR_SCRIPT_EXECUTION_TIMEOUT`
 */
export function within<T>(milliseconds: number, work: () => T, reset: () => void): T {
  for (let patience = 1; ; patience *= 2) {
    const before = process.cpuUsage();
    try {
      return runInNewContext('work()', { work }, { timeout: patience * milliseconds });
    } catch (error) {
      reset();
      if (!ranOut(error) || workedSince(before) >= NEARLY * milliseconds || patience >= PATIENCE) throw error;
    }
  }
}

function ranOut(error: unknown): boolean {
  return (error as { code?: string } | null)?.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
}

function workedSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
