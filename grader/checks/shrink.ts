import fc from 'fast-check';
import type { CheckContext } from '../model/exercise.ts';
import type { Plain } from '../model/plain.ts';
import type { Finding } from './finding.ts';
import type { Failure, Search } from './search.ts';

/** Shrinking stops after so many further calls; the count, not the clock, so that a grade can be repeated. */
const MAX_CALLS = 150;

/** fast-check starts at the failing draw (`path`) and asks again for each smaller candidate. */
export async function shrink(search: Search, context: CheckContext, first: Failure): Promise<Failure> {
  const { given, judge, judgeable = () => true } = search;
  let { finding } = first;
  let left = MAX_CALLS;
  let fault: unknown;

  async function stillFails(inputs: Plain[]): Promise<boolean> {
    if (left-- <= 0 || !judgeable(inputs, context)) return false;
    const [found] = await judge([inputs], context);
    if (endsGuest(found)) left = 0; // each further one would cost a time limit
    if (found?.kind !== first.finding.kind) return false;
    finding = found;
    return true;
  }

  const holds = fc.asyncProperty(given, (inputs) =>
    stillFails(inputs).then(
      (fails) => !fails,
      // fast-check would take an exception of the solution for a failure of the student
      (error) => {
        fault = error;
        left = 0;
        return true;
      },
    ),
  );
  const { counterexample, counterexamplePath } = await fc.check(holds, {
    seed: context.seed,
    path: first.path,
    numRuns: 1,
  });
  if (fault !== undefined) throw fault;
  return counterexample ? { inputs: counterexample[0], finding, path: counterexamplePath! } : first;
}

function endsGuest(finding: Finding | null | undefined): boolean {
  return finding?.kind === 'timeout' || finding?.kind === 'out-of-memory' || finding?.kind === 'crashed';
}
