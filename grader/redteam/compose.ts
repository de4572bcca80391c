import type { Submitted } from './case.ts';
import type { Targets } from './targets.ts';

/** What every attack may use. A loot that it returns is told by an error, whose words the student reads. */
const prelude = (targets: Targets) => `
const targets = ${JSON.stringify(targets)};
function attempt(act: () => unknown): unknown { try { return act() } catch {} }
function rob(out: any): unknown { return out.getBuiltinModule('fs').readFileSync(targets.secret, 'utf8') }
function tell(loot: unknown) { if (loot !== undefined) throw new Error(String(loot)) }
`;

const DURING = `
function during(right: any) { return function (this: any, ...args: any[]) { tell(attack()); return right.apply(this, args) } }
`;
const INSTEAD = `
function instead(right: any) { return function (this: any, ...args: any[]) { return attack(right.apply(this, args), args) } }
`;

/** The file that a student hands in: an attack in its place in a solution that is right. */
export function compose(at: Submitted['at'], attack: string, solution: string, targets: Targets): string {
  switch (at) {
    case 'load':
      return `${prelude(targets)}${attack}\ntell(attempt(attack));\n${solution}`;
    case 'call':
      return `${prelude(targets)}${attack}${DURING}${solution}${wrapped('during', solution)}`;
    case 'answer':
      return `${prelude(targets)}${attack}${INSTEAD}${solution}${wrapped('instead', solution)}`;
    case 'whole':
      return `${prelude(targets)}${attack}`;
  }
}

/** Exports of functions are variables, and can be assigned to. */
function wrapped(wrapper: string, solution: string): string {
  const functions = [...solution.matchAll(/^export function (\w+)/gm)].map((match) => match[1]!);
  const methods = solution.includes('class Value') ? ['Value.prototype.backward'] : [];
  return [...functions, ...methods].map((name) => `\n${name} = ${wrapper}(${name}) as any;`).join('');
}
