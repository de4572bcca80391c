import fc from 'fast-check';
import type { CheckContext } from '../model/exercise.ts';
import type { Failure, Search } from './search.ts';

/** Of so many draws for each that is needed, most may be unjudgeable. */
const REDRAWS = 4;

/** Inputs that can be judged, `runs` of them where there are enough, each with its place in the stream of draws. */
export function draw(search: Search, context: CheckContext): Omit<Failure, 'finding'>[] {
  const { given, runs, judgeable = () => true } = search;
  const drawn: Omit<Failure, 'finding'>[] = [];
  for (let from = 0; drawn.length < runs && from < runs * REDRAWS; from += runs) {
    const stream = fc.sample(given, { seed: context.seed, numRuns: from + runs });
    for (let place = from; place < stream.length; place++) {
      const inputs = stream[place]!;
      if (judgeable(inputs, context)) drawn.push({ inputs, path: `${place}` });
    }
  }
  return drawn.slice(0, runs);
}
