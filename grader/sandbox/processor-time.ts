import { readdirSync, readFileSync } from 'node:fs';

/** Of the kernel's clock in /proc, on every Linux. */
const TICKS_PER_SECOND = 100;

/**
 * The milliseconds of processor time that a process and its descendants have used so far. A busy machine may let a
 * program wait for long without giving it any. Infinity where /proc does not tell, so that the clock on the wall decides.
 */
export function processorMs(pid: number): number {
  try {
    return ownMs(pid) + childrenOf(pid).reduce((sum, child) => sum + processorMs(child), 0);
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

/** User and system time are fields 14 and 15; field 2, a name in parentheses, may hold anything. */
function ownMs(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return ((Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND) * 1000;
}

function childrenOf(pid: number): number[] {
  const threads = readdirSync(`/proc/${pid}/task`);
  const lists = threads.map((thread) => readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8'));
  return lists.join(' ').split(' ').filter(Boolean).map(Number);
}
