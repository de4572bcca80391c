import { defaultLimits, type Limits } from '../../model/limits.ts';

/** The default limits, but that one call may work for so long; on the clock as long as a busy machine may need. */
export function callsOf(ms: number, wallMs = 60_000): Limits {
  const call = { ...defaultLimits.call, processorSeconds: ms / 1000, wallSeconds: wallMs / 1000 };
  return { ...defaultLimits, call };
}
