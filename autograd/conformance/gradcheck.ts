import type { GradcheckResult } from '#autograd/check';
import { type Case, failed, type Outcome, passed } from './case.ts';
import { decode, type Encoded } from './decode.ts';
import { described } from './gradcheck/described.ts';
import { foreign } from './gradcheck/foreign.ts';
import { isSmooth } from './gradcheck/kinks.ts';
import { pipeline } from './gradcheck/pipelines.ts';

/** What is to be checked, and how. */
export interface GradcheckCase extends Case {
  kind: 'custom_vjp' | 'custom_vjp_nested' | 'accumulation' | 'primal' | 'pipeline' | 'kink';
  verdict: Verdict;
  /** An equally good answer. */
  also_ok?: Verdict;
  /** Asks for what not every engine has; one that does not have it accepts. */
  optional?: boolean;
  inputs: (Encoded & { requires_grad?: boolean })[];
  settings: { eps: number; atol: number; rtol: number; nondet_tol?: number; order: number };
  /** Source text. */
  f: string;
  vjp: string;
  elementwise: string;
}

type Verdict = 'accept' | 'reject' | 'throw' | 'warn' | 'differentiable' | 'nondifferentiable';

/** The checker says of a backward, or of a kink, what the case says. */
export function checkGradcheck(one: GradcheckCase): Outcome {
  const fitting = [one.verdict, one.also_ok, one.optional ? 'accept' : undefined];
  const { verdict, why } = verdictOn(one);
  return fitting.includes(verdict) ? passed : failed(`it should ${one.verdict}, but: ${verdict}, ${why}`);
}

interface Answer {
  verdict: Verdict;
  why: string;
}

function verdictOn(one: GradcheckCase): Answer {
  if (one.kind === 'kink')
    return { verdict: isSmooth(one) ? 'differentiable' : 'nondifferentiable', why: one.elementwise };
  try {
    return answerTo(resultOf(one));
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError)
      return { verdict: 'throw', why: error.message };
    throw error;
  }
}

/** The first result that is no pass, of all that the case asks. */
function resultOf(one: GradcheckCase): GradcheckResult {
  const inputs = one.inputs.map((x) => decode(x));
  const { nondet_tol: nondetTol, ...settings } = one.settings;
  const wrt = one.inputs.flatMap(({ requires_grad }, i) => (requires_grad === false ? [] : [i]));
  const options = { ...settings, wrt, nondetTol };
  switch (one.kind) {
    case 'custom_vjp':
      return foreign(one, inputs, options);
    case 'pipeline':
      return pipeline(one.id, inputs, options);
    default:
      return described(one.id, inputs, options);
  }
}

function answerTo(result: GradcheckResult): Answer {
  const why = result.message;
  switch (result.verdict) {
    case 'pass':
      return { verdict: 'accept', why };
    case 'fail':
      return { verdict: 'reject', why };
    case 'inconclusive':
      return { verdict: result.reason === 'float32' ? 'warn' : 'nondifferentiable', why };
  }
}
