import { add, mul, type Rng, type Tensor } from '#autograd';
import { about, type Case, SIZES } from '../case.ts';
import { definitions } from '../definitions.ts';
import { mapped } from '../draw.ts';
import { type Forward, ownOp, type Rule, spoil } from '../own-op.ts';

const { tanh, exp, matmul } = definitions;

const unsteady = (name: string, f: (rng: Rng) => Forward, draw = tanh.draw): Case => ({
  kind: 'nondeterministic',
  name,
  f,
  draw,
  expected: ['fail: nondeterministic'],
});

const jitter = (rng: Rng, size: number) => (g: Tensor) => mul(g, 1 + size * (rng() - 0.5));

/** Every second time the gradient is another one. */
function alternating(right: Rule): Rule {
  let calls = 0;
  return (...at) => mul(right(...at), 1 + (calls++ % 2));
}

/** A buffer of gradients that is never cleared. */
function accumulating(right: Rule): Rule {
  let total: Tensor | null = null;
  return (...at) => {
    total = total ? add(total, right(...at)) : right(...at);
    return total;
  };
}

/** Whatever comes next gets the gradient of the first time as well. */
function remembering(right: Rule): Rule {
  let first: Tensor | null = null;
  return (...at) => {
    first ??= right(...at);
    return add(first, right(...at));
  };
}

/** The op keeps its last input in a variable outside, so a later call changes an earlier one's gradient. */
function lastInput(): Forward {
  let kept: Tensor;
  return ownOp({
    forward: (x) => {
      kept = x;
      return mul(x, x);
    },
    rules: [(dy) => mul(dy, mul(kept, 2))],
  });
}

/** Two runs do not agree. */
export const twoRunsDiffer: Case[] = [
  ...SIZES.map((size) =>
    unsteady(`backward ${about(size)}`, (rng) =>
      spoil(
        tanh,
        (right) =>
          (...at) =>
            jitter(rng, size)(right(...at)),
      ),
    ),
  ),
  ...SIZES.map((size) =>
    unsteady(`forward ${about(size)}`, (rng) =>
      ownOp({ ...exp, forward: (x) => jitter(rng, size)(exp.forward(x)) }),
    ),
  ),
  unsteady('dropout without a seed', (rng) => (x) => mul(x, mapped(() => (rng() < 0.5 ? 0 : 2))(x))),
  unsteady('every second backward doubles', () => spoil(tanh, alternating)),
  unsteady('a buffer that is never cleared', () => spoil(exp, accumulating)),
  {
    ...unsteady('the first gradient stays', () => spoil(matmul, remembering), matmul.draw),
    // the first is always the same, so nothing changes until another upstream gradient comes
    expected: ['fail: nondeterministic', 'fail: ignores upstream'],
  },
  unsteady('the last input is kept', lastInput),
];
