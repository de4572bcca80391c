import { ones, seededRng, Tensor } from '#autograd';
import { numericalDerivative, tensorsIn } from '#autograd/check';
import type { Check, CheckContext } from '../../model/exercise.ts';
import type { Plain } from '../../model/plain.ts';
import type { Outcome, VjpInput } from '../../model/subject.ts';
import { compare } from '../compare.ts';
import { confirmed } from '../confirmed.ts';
import { indexIn } from '../difference.ts';
import { type Finding, fromDifference } from '../finding.ts';
import { type Entry, gradientRows } from '../gradient-rows.ts';
import { type Pulled, pullBack, solve } from '../solution.ts';
import { alongLine, type Direction, inner, numbersOf, tensorNames } from '../tensor-line.ts';
import { anyNumber } from '../tolerance.ts';
import type { CallClaim, Name } from './claim.ts';
import { everyDraw } from './every-draw.ts';

const RUNS = 15;

/**
 * The engine can differentiate the student's result: for random cotangents (ones where the check is visible) the
 * gradient of every argument is that of the solution. Draws on which the solution's gradients are not confirmed by central differences (near a kink, or too
 * small) are drawn again.
 */
export function differentiable<S, K extends Name<S>>(definition: CallClaim<S, K>): Check {
  const { call, names, visibility } = definition;
  const questionAbout = visibility === 'visible' ? withOnes : withRandomCotangents;
  return everyDraw(
    { runs: RUNS, ...definition },
    {
      judgeable: (args, context) => isConfirmed(questionAbout(args, call, context), call, context),
      judge: async (batch, context) => {
        const results = await judgeResults(batch, call, context);
        if (results.some(Boolean) || results.length < batch.length) return results;
        const asked = batch.map((args) => questionAbout(args, call, context));
        const outcomes = await context.subject.vjp(call, asked);
        return outcomes.map((outcome, i) => judgePulled(outcome, asked[i]!, call, names, context));
      },
    },
  );
}

/** The gradients of a wrong result say nothing, so the result comes first. */
async function judgeResults(batch: Plain[][], call: string, { subject, reference }: CheckContext) {
  const outcomes = await subject.call(call, batch);
  return outcomes.map((outcome, i): Finding | null => {
    if (outcome.kind !== 'answer') return outcome;
    const difference = compare(outcome.value, solve(reference, call, batch[i]!));
    return difference && fromDifference({ ...difference, why: `the result itself: ${difference.why}` });
  });
}

/** What a student sees can be checked by hand: the gradient of the sum of the result. */
function withOnes(args: Plain[], call: string, { reference }: CheckContext): VjpInput {
  const results = tensorsIn(solve(reference, call, args));
  return { args, cotangents: results.map(({ shape }) => ones(shape)) };
}

/** Away from zero, and not all alike: a backward that ignores what comes in from above is found out. */
function withRandomCotangents(args: Plain[], call: string, { reference, seed }: CheckContext): VjpInput {
  const random = seededRng(seed);
  const draw = () => (random() < 0.5 ? -1 : 1) * (0.25 + random());
  const results = tensorsIn(solve(reference, call, args));
  return { args, cotangents: results.map(({ data, shape }) => new Tensor(data.map(draw), shape)) };
}

/** Along a random direction through all arguments. */
function isConfirmed(asked: VjpInput, call: string, { reference, seed }: CheckContext): boolean {
  const random = seededRng(seed + 1);
  const gradients = numbersOf(pullBack(reference, call, asked).gradients);
  const u = gradients.map((numbers) => Float64Array.from(numbers, () => 2 * random() - 1));
  const line = alongLine((args) => solve(reference, call, args), asked, u);
  return confirmed([numericalDerivative(line)], [inner(gradients, u)]);
}

function judgePulled(
  outcome: Outcome,
  asked: VjpInput,
  call: string,
  names: string[],
  { reference }: CheckContext,
): Finding | null {
  if (outcome.kind !== 'answer') return outcome;
  const truth = pullBack(reference, call, asked);
  const wrongForm = fromDifference(compare(outcome.value, truth, anyNumber));
  if (wrongForm) return wrongForm;
  const { gradients } = outcome.value as Pulled;
  if (!compare(gradients, truth.gradients)) return null;
  const slope = (u: Direction) =>
    numericalDerivative(alongLine((args) => solve(reference, call, args), asked, u)).value;
  const rows = gradientRows(entriesOf(gradients, truth.gradients, tensorNames(asked.args, names), slope));
  return { kind: 'failed', why: 'the gradient differs from the numeric one', gradient: rows };
}

function entriesOf(
  yours: Tensor[],
  truth: Tensor[],
  names: string[],
  slope: (u: Direction) => number,
): Entry[] {
  return truth.flatMap(({ data, shape }, k) =>
    Array.from(data, (expected, i) => ({
      name: `${names[k]}${indexIn(shape, i)}`,
      yours: yours[k]!.data[i]!,
      truth: expected,
      numeric: () => slope(truth.map((t, j) => t.data.map((_, l) => (j === k && l === i ? 1 : 0)))),
    })),
  );
}
