import type { Outcome } from '../model/subject.ts';
import { GUEST_MEGABYTES } from './program.ts';

const ABORTS = new Set(['SIGABRT', 'SIGTRAP', 'SIGILL']);
const PROCESSOR_LIMITS = new Set(['SIGXCPU', 'SIGKILL']);
const signalOfCode: Record<number, string> = {
  132: 'SIGILL',
  133: 'SIGTRAP',
  134: 'SIGABRT',
  137: 'SIGKILL',
  139: 'SIGSEGV',
  152: 'SIGXCPU',
};

export function outOfMemory(): Outcome {
  return { kind: 'out-of-memory', megabytes: GUEST_MEGABYTES };
}

/** Codes over 128 are signals seen through a jail. V8 aborts when its heap is full. */
export function causeOfDeath(code: number | null, signal: string | null, ms: number): Outcome {
  const reason = signal ?? signalOfCode[code ?? -1];
  if (reason && ABORTS.has(reason)) return outOfMemory();
  if (reason && PROCESSOR_LIMITS.has(reason)) return { kind: 'timeout', ms };
  if (reason) return { kind: 'crashed', how: `the process was ended by ${reason}` };
  return { kind: 'crashed', how: `the process ended (exit code ${code}) before it had answered` };
}
