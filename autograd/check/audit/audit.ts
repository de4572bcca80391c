import { type Rng, seededRng } from '#autograd';
import { gradcheck } from '../gradcheck.ts';
import type { GradcheckResult } from '../result.ts';
import type { Answer, Case, Kind } from './case.ts';

/** How often the checker was asked about one kind, and what it got wrong. */
export interface Tally {
  kind: Kind;
  backwards: number;
  asked: number;
  /** A right backward that did not pass. */
  falseFailures: Miss[];
  /** A wrong one, or one that cannot be judged, that passed. */
  falsePasses: Miss[];
  /** Caught, but called something else. */
  misnamed: Miss[];
}

export interface Miss {
  name: string;
  seed: number;
  answer: string;
  message: string;
}

/** Asks about every case on every seed. */
export function audit(cases: readonly Case[], seeds: Iterable<number>): Tally[] {
  const tallies = new Map<Kind, Tally>();
  for (const { kind } of cases) tallyOf(tallies, kind).backwards++;
  for (const seed of seeds)
    for (const one of cases) count(tallyOf(tallies, one.kind), one, seed, ask(one, seededRng(seed), seed));
  return [...tallies.values()];
}

function ask({ f, draw, options }: Case, rng: Rng, seed: number): GradcheckResult {
  const inputs = draw(rng);
  return gradcheck(f(rng), inputs, { seed, ...options });
}

function count(tally: Tally, { name, kind, expected }: Case, seed: number, result: GradcheckResult): void {
  tally.asked++;
  const answer = answerOf(result);
  if (expected.includes(answer)) return;
  const miss = { name, seed, answer, message: result.message };
  if (kind === 'right') tally.falseFailures.push(miss);
  else if (answer === 'pass') tally.falsePasses.push(miss);
  else tally.misnamed.push(miss);
}

export function answerOf(result: GradcheckResult): Answer {
  return result.verdict === 'pass' ? 'pass' : `${result.verdict}: ${result.reason}`;
}

function tallyOf(tallies: Map<Kind, Tally>, kind: Kind): Tally {
  const found = tallies.get(kind) ?? {
    kind,
    backwards: 0,
    asked: 0,
    falseFailures: [],
    falsePasses: [],
    misnamed: [],
  };
  tallies.set(kind, found);
  return found;
}
