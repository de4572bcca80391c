import { readdirSync, readFileSync } from 'node:fs';

const PAGE_BYTES = 4096;

/** All that a process has started, and what these have; without itself. */
export function descendants(pid: number): number[] {
  return tree(pid, allThreads);
}

/** Those that were started by first threads, as nearly all are: quicker to find. */
export function mostDescendants(pid: number): number[] {
  return tree(pid, (parent) => [`${parent}`]);
}

function tree(pid: number, threadsOf: (pid: number) => string[]): number[] {
  const lists = threadsOf(pid).map((thread) => textOf(`/proc/${pid}/task/${thread}/children`));
  const children = lists.join(' ').split(' ').filter(Boolean).map(Number);
  return children.flatMap((child) => [child, ...tree(child, threadsOf)]);
}

function allThreads(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
}

/** Processes whose command line holds the token: what was orphaned is nobody's descendant any more. */
export function holdersOf(token: string): number[] {
  const all = readdirSync('/proc').map(Number).filter(Boolean);
  return all.filter((pid) => pid !== process.pid && textOf(`/proc/${pid}/cmdline`).includes(token));
}

/** What the processes hold in memory, those pages counted twice that two of them share. */
export function residentBytes(pids: number[]): number {
  const pages = pids.map((pid) => Number(textOf(`/proc/${pid}/statm`).split(' ')[1] ?? 0));
  return PAGE_BYTES * pages.reduce((sum, count) => sum + count, 0);
}

export function descriptorsOf(pid: number): number {
  try {
    return readdirSync(`/proc/${pid}/fd`).length;
  } catch {
    return 0;
  }
}

/** One letter, such as R, S, T for stopped, Z; empty when there is no such process. */
export function stateOf(pid: number): string {
  const stat = textOf(`/proc/${pid}/stat`);
  return stat.slice(stat.lastIndexOf(')') + 2)[0] ?? '';
}

/** Empty when the process has ended meanwhile. */
function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
