/** A case as a conformance file holds it; the module of its file knows what else it has. */
export interface Case {
  id: string;
}

/** A case of one op. */
export interface OpCase extends Case {
  op: string;
}

/** What came of a case. That it does not apply is said of its op, in not-applicable.ts. */
export type Outcome = { kind: 'passed' } | { kind: 'failed'; why: string };

export const passed: Outcome = { kind: 'passed' };

export function failed(why: string): Outcome {
  return { kind: 'failed', why };
}

/** Passed when all are. */
export function firstFailure(outcomes: readonly Outcome[]): Outcome {
  return outcomes.find(({ kind }) => kind === 'failed') ?? passed;
}

/** Runs one case of a file. What it throws is a failure too. */
export type Check = (one: never) => Outcome;
