import fc from 'fast-check';
import type { Plain } from '../model/plain.ts';
import type { Verdict } from '../model/verdict.ts';
import { type Finding, type Judge, toVerdict } from './finding.ts';

/** Shrinking stops after so many further calls; the count, not the clock, so that a grade can be repeated. */
const SHRINK_CALLS = 150;
/** How often draws that nobody can judge are drawn again. */
const REDRAWS = 4;

interface Search<Inputs extends Plain[]> {
  given: fc.Arbitrary<Inputs>;
  runs: number;
  seed: number;
  /** The names of the inputs, for the table. */
  names: string[];
  judge: Judge<Inputs>;
}

/** Draws all inputs at once, judges them in one batch, and shrinks the first that fails by calling again. */
export async function forAll<Inputs extends Plain[]>(search: Search<Inputs>): Promise<Verdict> {
  const { given, seed, runs, judge, names } = search;
  let unjudged: Finding | null = null;
  for (let total = runs, from = 0; total <= runs * REDRAWS; from = total, total += runs) {
    const inputs = fc.sample(given, { seed, numRuns: total }).slice(from);
    const findings = await judge(inputs);
    const index = findings.findIndex((finding) => finding !== null && finding.kind !== 'unjudged');
    if (index >= 0) return smallest(search, from + index, inputs[index]!, findings[index]!);
    if (findings.some((finding) => finding === null)) return { kind: 'passed' };
    unjudged = findings[0] ?? null;
  }
  return unjudged ? toVerdict(unjudged, names, [], { seed, path: '0' }) : { kind: 'passed' };
}

async function smallest<Inputs extends Plain[]>(
  search: Search<Inputs>,
  index: number,
  inputs: Inputs,
  finding: Finding,
): Promise<Verdict> {
  const { seed, names } = search;
  const first = { inputs, finding, path: `${index}` };
  const shrinkable = finding.kind === 'failed' || finding.kind === 'threw';
  const found = shrinkable ? await shrink(search, first) : first;
  return toVerdict(found.finding, names, found.inputs, { seed, path: found.path });
}

/** fast-check starts at the failing draw (`path`) and asks again for each smaller candidate. */
async function shrink<Inputs extends Plain[]>(
  { given, seed, judge }: Search<Inputs>,
  first: { inputs: Inputs; finding: Finding; path: string },
): Promise<typeof first> {
  let calls = 0;
  let last = first.finding;
  const stillFails = async (inputs: Inputs): Promise<boolean> => {
    if (++calls > SHRINK_CALLS) return false;
    const [finding] = await judge([inputs]);
    const same = finding?.kind === first.finding.kind;
    if (same) last = finding;
    return same;
  };
  const property = fc.asyncProperty(given, async (inputs) => !(await stillFails(inputs)));
  const details = await fc.check(property, { seed, path: first.path, numRuns: 1, endOnFailure: false });
  if (!details.failed || details.counterexample === null) return first;
  return { inputs: details.counterexample[0], finding: last, path: details.counterexamplePath ?? first.path };
}
