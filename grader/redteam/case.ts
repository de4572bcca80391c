import type { Level } from '../model/report.ts';
import type { VerdictKind } from '../model/verdict.ts';
import type { Oracle } from './oracles.ts';
import type { Targets } from './targets.ts';

/** What must come out of an attack. */
export type Expected =
  /** Full points, everywhere. */
  | 'as if nothing happened'
  /** What becomes of the attacked exercise; the others of the submission get full points. */
  | { verdicts: VerdictKind[]; points: number }
  /** Nothing is graded, and the reason holds these words. */
  | { unreadable: string }
  /** Nothing is graded: the kernel is asked, and its answer counts. */
  | 'refused by the kernel';

/** Where the code of an attack stands in a submission that is right otherwise. */
export type Place =
  /** It runs once, before the solution. */
  | 'load'
  /** It runs in each call, before the answer. */
  | 'call'
  /** It makes another answer of the right one. */
  | 'answer'
  /** It is the whole file. */
  | 'whole';

/** What gets through at a level. */
export interface Passage {
  oracles: Oracle[];
  /** From this version of Node on it does not any more. */
  closedInNode?: number;
  /** Whether it does not where the grader is root, since guests never are. */
  closedToRoot?: boolean;
  /** Whether it does not where the kernel itself has no door for programs of 32 bits. */
  closedWithoutOldDoor?: boolean;
}

interface Definition {
  /** Also the name of its file. */
  id: string;
  /** Completes the sentence "the attacker …". */
  tries: string;
  expected: Expected;
  /** The oracle that proves that it did not happen; all are asked. */
  proof: Oracle;
  /** What it comes to at a level that does not stop it. At level none only those run that list it here. */
  passes: Partial<Record<Level, Passage>>;
}

/** A file of a student's, who can write what they like. */
export type Submitted = Definition & { kind: 'submission'; exercise: string; at: Place };

/** A program in place of the guest: the attacker is out of the student's realm, and has all of Node. */
export type Escaped = Definition & { kind: 'guest' };

/** A submission that is no program; made when it is needed, since no repository can hold it. */
export type Parcel = Definition & {
  kind: 'parcel';
  exercise: string;
  /** Changes a submission that is right. @returns a path, when that is to be graded and not the folder */
  make(parcel: Wrapped): unknown;
};

/** A submission in a folder. */
export interface Wrapped {
  folder: string;
  /** Path of the file of the attacked exercise. */
  file: string;
  /** What it holds. */
  text: string;
  targets: Targets;
}

/** Machine code in place of the guest: the attacker has broken the engine of JavaScript too. */
export type SystemCall = Definition & { kind: 'system call'; call: Call };

export interface Call {
  /** Of x86-64, or of the door it takes. */
  number: number;
  arguments(targets: Targets): CallArgument[];
  /** The way of programs of 32 bits into the kernel. */
  door?: 'int 0x80';
}

/** A number, or bytes to point at. */
export type CallArgument = number | Uint8Array;

export type Case = Submitted | Escaped | Parcel | SystemCall;

export interface Group {
  name: string;
  /** What its attackers can do already, and what they want. */
  about: string;
  cases: Case[];
}
