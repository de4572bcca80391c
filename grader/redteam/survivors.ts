import { setTimeout as pause } from 'node:timers/promises';
import { descendants, descriptorsOf, holdersOf } from './process-tree.ts';

const WITHIN_MS = 1000;

/** What a grader has while it waits for work. */
export interface Idle {
  processes: number;
  descriptors: number;
}

export function idleNow(grader: number): Idle {
  return { processes: descendants(grader).length, descriptors: descriptorsOf(grader) };
}

/** What is left of a case after one second that the grader has not when idle; nothing as it should be. It is ended. */
export async function survivorsOf(grader: number, idle: Idle, token: string): Promise<string | undefined> {
  const surplus = () => surplusOf(grader, idle, token);
  const deadline = performance.now() + WITHIN_MS;
  while (surplus() && performance.now() < deadline) await pause(10);
  const left = surplus();
  if (left) for (const pid of holdersOf(token)) end(pid);
  return left;
}

function surplusOf(grader: number, idle: Idle, token: string): string | undefined {
  const now = idleNow(grader);
  const [processes, descriptors] = [now.processes - idle.processes, now.descriptors - idle.descriptors];
  if (processes > 0 || descriptors > 0)
    return `${Math.max(processes, 0)} processes and ${Math.max(descriptors, 0)} descriptors of the grader`;
  // who looks through all processes of a machine does so last
  const orphans = holdersOf(token).length;
  return orphans > 0 ? `${orphans} processes that are orphans` : undefined;
}

function end(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // it has just ended by itself
  }
}
