import type { ts } from 'ts-morph';

/** A sentence for the student, and where in the file it is about. */
export interface Finding {
  what: string;
  at: ts.Node;
}
