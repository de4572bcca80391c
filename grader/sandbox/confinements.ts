import type { Level } from '../model/report.ts';
import { inBubblewrap } from './bubblewrap.ts';
import { inNamespaces } from './namespaces.ts';
import type { Program } from './program.ts';
import type { Stage } from './stage.ts';
import { unconfined, underPermission } from './unconfined.ts';

/** A command line for `spawn`. */
export interface Command {
  file: string;
  arguments: string[];
  /** As whom it runs, when not as the grader's own user. */
  user?: number | undefined;
  /** A file with the filter of system calls, which the command expects on descriptor 5. */
  filter?: string;
  /** How much memory the program may hold, when it is for the grader to look. */
  residentBytes?: number;
}

/** How a level runs a program. @throws LackError when this machine lacks something for it */
type Confinement = (program: Program, stage: Stage) => Command;

export const CONFINEMENTS: Record<Level, Confinement> = {
  A: inBubblewrap,
  B: inNamespaces,
  C: underPermission,
  none: unconfined,
};
