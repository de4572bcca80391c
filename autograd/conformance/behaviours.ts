import { charRnn } from './behaviours/char-rnn.ts';
import type { Behaviour, BehaviourCase, Claim } from './behaviours/claim.ts';
import { graphs } from './behaviours/graphs.ts';
import { indexed } from './behaviours/indexed.ts';
import { scalars } from './behaviours/scalars.ts';
import { failed, type Outcome, passed } from './case.ts';

const behaviours: Record<string, Behaviour> = { ...scalars, ...graphs, ...indexed, ...charRnn };

/** Of cases that state no tolerance: 150,000 steps round by 1e-11. */
const ATOL = 1e-10;

/** What an engine does, told in words and numbers: each is a program here. */
export function checkBehaviour(one: BehaviourCase): Outcome {
  const behaviour = behaviours[one.id];
  if (!behaviour) return failed('there is no program for it');
  const broken = behaviour(one).find(
    ([, found, expected]) => !agree(found, expected, one.expect.atol ?? ATOL),
  );
  return broken ? failed(sentence(broken)) : passed;
}

/** Numbers within `atol`, arrays element by element, all else as it is. */
function agree(found: unknown, expected: unknown, atol: number): boolean {
  if (typeof found === 'number' && typeof expected === 'number') return Math.abs(found - expected) <= atol;
  if (!Array.isArray(found) || !Array.isArray(expected)) return found === expected;
  return found.length === expected.length && found.every((x, i) => agree(x, expected[i], atol));
}

function sentence([what, found, expected]: Claim): string {
  return `${what} is ${JSON.stringify(found)}, not ${JSON.stringify(expected)}`;
}
