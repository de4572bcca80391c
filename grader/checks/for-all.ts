import type { CheckContext } from '../model/exercise.ts';
import type { Verdict } from '../model/verdict.ts';
import { draw } from './draw.ts';
import { FELL_SILENT, type Finding, toVerdict } from './finding.ts';
import { localSubject } from './local-subject.ts';
import type { Failure, Search } from './search.ts';
import { shrink } from './shrink.ts';

/**
 * Draws all inputs at once, judges them in one batch, and shrinks the first that fails by calling again.
 *
 * @throws when the solution throws, or fails where the subject failed
 */
export async function forAll(search: Search, context: CheckContext): Promise<Verdict> {
  const draws = draw(search, context);
  if (draws.length === 0) return { kind: 'inconclusive', why: 'no input was found that could be judged' };
  const findings = await search.judge(
    draws.map(({ inputs }) => inputs),
    context,
  );
  const index = findings.findIndex(Boolean);
  if (index >= 0) return smallest(search, context, { ...draws[index]!, finding: findings[index]! });
  return draws.every((_, i) => findings[i] === null) ? { kind: 'passed' } : FELL_SILENT;
}

async function smallest(search: Search, context: CheckContext, first: Failure): Promise<Verdict> {
  await requireSolution(search, context, first);
  const tellable = first.finding.kind === 'failed' || first.finding.kind === 'threw';
  const shrinkable = tellable && !context.brief;
  const { finding, inputs, path } = shrinkable ? await shrink(search, context, first) : first;
  return toVerdict(finding, search.names, inputs, { seed: context.seed, path });
}

/** A claim that the solution does not fulfil is held against nobody. */
async function requireSolution({ judge }: Search, context: CheckContext, { inputs, path }: Failure) {
  const [own] = await judge([inputs], { ...context, subject: localSubject(context.reference) });
  if (own) throw new Error(`the solution fails too (seed ${context.seed}, path ${path}): ${whyOf(own)}`);
}

function whyOf(finding: Finding): string {
  return finding.kind === 'failed' ? finding.why : JSON.stringify(finding);
}
