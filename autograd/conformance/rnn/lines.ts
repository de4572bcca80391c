import { add, full, mul, randn, seededRng, select, type Tensor } from '#autograd';
import { type GradcheckResult, gradcheck } from '#autograd/check';
import { failed, type Outcome, passed } from '../case.ts';

const LINES = 3;
/** The numbers of a source often lie on a kink of a ReLU or a clip: a bit further on there is a slope. */
const AWAY = 0.03;

/**
 * `gradcheck` along random lines through all inputs: of f(x + Σ t d) as a function of t. Many entries by themselves have
 * no slope to judge, since a shut gate hides them; along a line every entry counts.
 */
export function checkAlongLines(f: (...xs: Tensor[]) => Tensor[], inputs: readonly Tensor[]): Outcome {
  const rng = seededRng(1);
  const directions = inputs.map((x) => randn([LINES, ...x.shape], rng));
  const moved = (x: Tensor, direction: Tensor, t: Tensor) =>
    [...t.storage.keys()].reduce((y, k) => add(y, mul(select(direction, 0, k), select(t, 0, k))), x);
  const along = (t: Tensor) => f(...inputs.map((x, i) => moved(x, directions[i], t)));
  const result = gradcheck(along, [full([LINES], AWAY)]);
  return result.verdict === 'pass' || isFlat(result) ? passed : failed(`the gradient: ${result.message}`);
}

/** Nothing depends on the inputs, and the gradient says so: sequences may be empty. */
function isFlat(result: GradcheckResult): boolean {
  return result.verdict === 'inconclusive' && result.analytic === 0 && result.numeric === 0;
}
