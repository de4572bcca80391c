import type { Result } from './lane.ts';
import { type Oracle, tripped } from './oracles.ts';
import type { Range } from './range.ts';
import { tellsInput, wordsIn } from './words.ts';

/** What got through, as all oracles see it but the one of survivors, which needs its time. */
export function evidenceOf(result: Result | undefined, range: Range): Oracle[] {
  const damage = range.damage();
  if (!result) return [...damage, 'grader'];
  const { outcome, said, neighbourChanged, debuggerOpened } = result;
  const found = tripped({
    input: outcome.kind === 'report' && tellsInput(outcome.report),
    inspector: debuggerOpened,
    neighbour: neighbourChanged,
    kernel: outcome.kind === 'kernel' && outcome.obeyed,
  });
  return [...damage, ...found, ...wordsIn(said + JSON.stringify(outcome), range.words)];
}
