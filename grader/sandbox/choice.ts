import type { Level } from '../model/report.ts';
import type { Finding } from './probe.ts';

/** `strong` demands a jail; `basic` also permits Node's permission model; `none` is for one's own code. */
export type Strength = 'strong' | 'basic' | 'none';

/** The levels that will do, the best first. */
export const PERMITTED: Record<Strength, Level[]> = {
  strong: ['A', 'B'],
  basic: ['A', 'B', 'C'],
  none: ['none'],
};

export type Find = (level: Level) => Promise<Finding>;

/** The first permitted level that holds, or what was found at each of them. */
export async function chooseLevel(
  strength: Strength,
  find: Find,
): Promise<{ level: Level } | { reasons: Map<Level, string> }> {
  if (strength === 'none') return { level: 'none' };
  const reasons = new Map<Level, string>();
  for (const level of PERMITTED[strength]) {
    const { holds, detail } = await find(level);
    if (holds) return { level };
    reasons.set(level, detail);
  }
  return { reasons };
}
