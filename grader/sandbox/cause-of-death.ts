import type { Limits } from '../model/limits.ts';
import type { Outcome } from '../model/subject.ts';
import type { End } from './launch.ts';

/** Codes over 128 are signals seen through a jail. */
const signalOfCode: Record<number, string> = {
  132: 'SIGILL',
  133: 'SIGTRAP',
  134: 'SIGABRT',
  135: 'SIGBUS',
  137: 'SIGKILL',
  139: 'SIGSEGV',
  152: 'SIGXCPU',
  159: 'SIGSYS',
};

/** V8 ends the process when its heap is full, or when a list grows beyond what it can address, and says so. */
const OUT_OF_MEMORY = /out of memory|allocation failed|invalid (array|size)|bad_alloc/i;

const HINTS: Record<string, string> = {
  SIGKILL: 'from outside, as when the machine has no memory left',
  SIGSEGV: 'as when a very deep recursion overflows its stack',
  SIGSYS: 'since it made a system call that the sandbox does not know',
};

export function outOfMemory({ memoryMegabytes }: Limits): Outcome {
  return { kind: 'out-of-memory', megabytes: memoryMegabytes };
}

/** `said` is what the process left on its standard error. */
export function causeOfDeath({ code, signal, ...end }: End, said: string, limits: Limits): Outcome {
  const reason = signal ?? signalOfCode[code ?? -1];
  if (reason === 'SIGXCPU')
    return { kind: 'timeout', ms: 1000 * limits.submission.processorSeconds, of: 'submission' };
  if (end.outOfMemory || OUT_OF_MEMORY.test(said)) return outOfMemory(limits);
  if (reason === undefined)
    return { kind: 'crashed', how: `the process ended (exit code ${code}) before it had answered` };
  const hint = HINTS[reason];
  return { kind: 'crashed', how: `the process was ended by ${reason}${hint ? `, ${hint}` : ''}` };
}
