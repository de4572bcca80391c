import type { Call, Case, Escaped, Expected, Group, Parcel, Submitted, SystemCall } from './case.ts';
import type { Oracle } from './oracles.ts';

/** What is said of a case beside its name: most is the same for a whole group. */
type Rest<C extends Case> = Partial<Omit<C, 'kind' | 'id' | 'tries'>>;

const usual = { expected: 'as if nothing happened', proof: 'grader', passes: {} } as const;
const exercise = '02-activations';

/** Makes the lines of a group of submissions. */
export function submissions(common: Rest<Submitted>) {
  return (id: string, at: Submitted['at'], tries: string, rest: Rest<Submitted> = {}): Submitted => ({
    ...usual,
    exercise,
    ...common,
    ...{ kind: 'submission', id, at, tries },
    ...rest,
  });
}

/** Makes the lines of a group of programs in place of the guest. */
export function guests(common: Rest<Escaped>) {
  return (id: string, tries: string, rest: Rest<Escaped> = {}): Escaped => ({
    ...usual,
    ...common,
    ...{ kind: 'guest', id, tries },
    ...rest,
  });
}

/** Makes the lines of a group of submissions that are no programs. */
export function parcels(common: Rest<Parcel>) {
  return (id: string, tries: string, make: Parcel['make'], rest: Rest<Parcel> = {}): Parcel => ({
    ...usual,
    exercise,
    ...common,
    ...{ kind: 'parcel', id, tries, make },
    ...rest,
  });
}

export function systemCall(id: string, tries: string, call: Call, passes: Case['passes'] = {}): SystemCall {
  return { kind: 'system call', id, tries, call, expected: 'refused by the kernel', proof: 'kernel', passes };
}

type Verdicts = Extract<Expected, { verdicts: unknown }>['verdicts'];

/** What becomes of an exercise. */
export function comesTo(points: number, ...verdicts: Verdicts): Expected {
  return { verdicts, points };
}

/** What is known to get through. */
export function through(...oracles: Oracle[]): { oracles: Oracle[] } {
  return { oracles };
}

/** What succeeds where there is no jail, as the oracles see. The first is the proof. */
export function unlessJailed(proof: Oracle, ...more: Oracle[]): { proof: Oracle; passes: Case['passes'] } {
  return { proof, passes: { none: through(proof, ...more) } };
}

export function group(name: string, about: string, cases: Case[]): Group {
  return { name, about, cases };
}
