import type { Level } from '../model/report.ts';
import type { Case, Passage } from './case.ts';
import { hasOldDoor } from './old-door.ts';
import type { Oracle } from './oracles.ts';

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

/** What of a machine decides what a level stops. */
export interface Circumstances {
  nodeMajor: number;
  isRoot: boolean;
  hasOldDoor: boolean;
}

const here: Circumstances = {
  nodeMajor: Number(process.versions.node.split('.')[0]),
  isRoot: process.getuid?.() === 0,
  hasOldDoor: hasOldDoor(),
};

/** Where nothing helps a level. */
export const worst: Circumstances = { nodeMajor: 0, isRoot: false, hasOldDoor: true };

/** The oracles that a case is known to trip at a level. */
export function passing({ passes }: Case, level: Level, circumstances = here): Oracle[] {
  const passage = passes[level];
  return passage && !isClosed(passage, circumstances) ? passage.oracles : [];
}

function isClosed(passage: Passage, { nodeMajor, isRoot, hasOldDoor }: Circumstances): boolean {
  const {
    closedInNode = Number.POSITIVE_INFINITY,
    closedToRoot = false,
    closedWithoutOldDoor = false,
  } = passage;
  return nodeMajor >= closedInNode || (closedToRoot && isRoot) || (closedWithoutOldDoor && !hasOldDoor);
}
