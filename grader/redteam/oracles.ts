/**
 * What must not happen, whatever a verdict says. Each is looked for from outside the jail, after every case; the
 * sentence says what an attacker achieved.
 */
export const ORACLES = {
  secret: 'a file of the grader was read',
  descriptor: 'a file that the grader had inherited open was read',
  environment: 'the environment of the grader was read',
  system: 'a file of the system was read',
  solution: 'a solution was read',
  input: 'a hidden input was told',
  connection: 'something outside was contacted',
  sibling: 'a process outside was stopped or ended',
  outside: 'something outside was written',
  inspector: 'the grader opened its debugger',
  grader: 'the grader ended or hung',
  neighbour: 'the report of an honest submission changed',
  survivor: 'a process or a descriptor was left after one second',
  kernel: 'the kernel did as it was told',
  claim: 'the attacker says that it worked',
} as const;

export type Oracle = keyof typeof ORACLES;

/** Those for which it is true. */
export function tripped(found: Partial<Record<Oracle, boolean>>): Oracle[] {
  return (Object.keys(found) as Oracle[]).filter((oracle) => found[oracle]);
}
