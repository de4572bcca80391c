import type { Level } from '../model/report.ts';
import { ATTACKS, type Attack } from './attacks.ts';
import { NODE_MAJOR } from './node-major.ts';

/** An attack that a level does not claim to stop. */
export interface Exception {
  attack: Attack;
  why: string;
  /** From this version of Node on it is stopped. */
  closedInNode?: number;
}

export interface LevelFacts {
  name: string;
  /** What confines a guest. */
  means: string;
  exceptions: Exception[];
}

const NETWORK: Attack[] = [
  'connect by TCP',
  'send by UDP',
  'connect to a socket by path',
  'connect to an abstract socket',
];

/** What each level of the sandbox is and does not stop, from the strongest on. Whoever speaks of levels reads it here. */
export const LEVELS: Record<Level, LevelFacts> = {
  A: {
    name: 'isolated',
    means: 'bubblewrap, a filter of system calls, limits of resources',
    exceptions: [],
  },
  B: {
    name: 'isolated, no filter of system calls',
    means: 'namespaces and a root of its own, limits of resources',
    exceptions: [
      {
        attack: 'start a process',
        why: 'at most 40, each as confined as the guest itself, and they end with it',
      },
    ],
  },
  C: {
    name: 'permission only',
    means: "Node's permission model, a watch on memory, limits of resources where the system has the tools",
    exceptions: [
      ...NETWORK.map((attack) => ({
        attack,
        why: 'Node 24 and 25 do not restrict the network',
        closedInNode: 26,
      })),
      {
        attack: 'signal the grader',
        why: 'Node does not restrict signals; a grader that is root is out of their reach',
      },
      { attack: 'end another guest', why: 'guests run as one user, and Node does not restrict signals' },
    ],
  },
  none: {
    name: 'none',
    means: 'nothing but the guest itself: only for your own code',
    exceptions: ATTACKS.map((attack) => ({ attack, why: 'nothing confines the guest' })),
  },
};

/** The exceptions that a level has with this version of Node. */
export function exceptionsOf(level: Level, nodeMajor = NODE_MAJOR): Exception[] {
  return LEVELS[level].exceptions.filter(({ closedInNode = Infinity }) => nodeMajor < closedInNode);
}
