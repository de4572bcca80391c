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

/** Whether more is left of a case, after one second, than the grader has when idle. What is left is ended. */
export async function leavesSurvivors(grader: number, idle: Idle, token: string): Promise<boolean> {
  const isIdle = () => {
    const { processes, descriptors } = idleNow(grader);
    return processes <= idle.processes && descriptors <= idle.descriptors && holdersOf(token).length === 0;
  };
  const deadline = performance.now() + WITHIN_MS;
  while (!isIdle() && performance.now() < deadline) await pause(10);
  if (isIdle()) return false;
  for (const pid of holdersOf(token)) end(pid);
  return true;
}

function end(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // it has just ended by itself
  }
}
