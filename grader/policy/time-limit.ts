import { runInNewContext } from 'node:vm';

/**
 * Runs `work` and stops it after so many milliseconds, which nothing else can do to a loop in this thread.
 *
 * @throws what `work` throws, or an error with the code `ERR_SCRIPT_EXECUTION_TIMEOUT`
 */
export function within<T>(milliseconds: number, work: () => T): T {
  return runInNewContext('work()', { work }, { timeout: milliseconds });
}
