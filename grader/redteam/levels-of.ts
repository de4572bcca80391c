import type { Level } from '../model/report.ts';
import type { Case } from './case.ts';
import type { Oracle } from './oracles.ts';

const NODE_MAJOR = Number(process.versions.node.split('.')[0]);

/**
 * Whether a case is run at a level. Where nothing stops it an attack succeeds, on the machine of whoever runs it: so what
 * has left the realm runs without a jail only if it says what it comes to there.
 */
export function isRunAt(one: Case, level: Level, architecture: string = 'x64'): boolean {
  switch (one.kind) {
    case 'submission':
    case 'parcel':
      return true;
    case 'guest':
      return level !== 'none' || one.passes.none !== undefined;
    case 'system call':
      return architecture === 'x64' && (level === 'A' || level === 'B' || one.passes[level] !== undefined);
  }
}

/** The oracles that a case is known to trip at a level. */
export function passing({ passes }: Case, level: Level, nodeMajor = NODE_MAJOR): Oracle[] {
  const { oracles, closedInNode = Number.POSITIVE_INFINITY } = passes[level] ?? { oracles: [] };
  return nodeMajor < closedInNode ? oracles : [];
}
