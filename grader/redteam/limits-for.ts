import type { ExerciseLimits } from '../model/limits.ts';
import type { Case } from './case.ts';

/** Where a time-out is expected nobody wants to wait for it; elsewhere a slow machine must not bring one about. */
export function limitsFor({ kind, expected }: Case, { call, exercise }: ExerciseLimits): ExerciseLimits {
  const hasty =
    typeof expected === 'object' && 'verdicts' in expected && expected.verdicts.includes('timeout');
  const processorSeconds = hasty ? 0.3 : 20;
  // who is silent uses no processor
  const wallSeconds = hasty && kind === 'guest' ? 1 : 60;
  return { call: { ...call, processorSeconds, wallSeconds }, exercise };
}
