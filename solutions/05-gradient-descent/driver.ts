/**
 * Drives gradient descent by plain data: the function to descend is a polynomial, given by its terms. x² + 3xy is
 * [{ times: 1, powers: [2, 0] }, { times: 3, powers: [1, 1] }].
 */
export interface Term {
  times: number;
  /** Of each weight. */
  powers: number[];
}

export function valueAt(f: Term[], w: number[]): number {
  const valueOf = ({ times, powers }: Term) =>
    powers.reduce((product, power, i) => product * w[i]! ** power, times);
  return f.reduce((sum, term) => sum + valueOf(term), 0);
}

/** The exact gradient, by the rule that xⁿ has the slope n·xⁿ⁻¹. */
export function slopesAt(f: Term[], w: number[]): number[] {
  const slopeOf = ({ times, powers }: Term, i: number): Term => ({
    times: times * powers[i]!,
    powers: powers.with(i, Math.max(0, powers[i]! - 1)),
  });
  return f[0]!.powers.map((_, i) => {
    const slope = f.map((term) => slopeOf(term, i));
    return valueAt(slope, w);
  });
}

/** The exports that each function here makes use of. */
export const needs = {
  numericalGradient: ['numericalGradient'],
  step: ['step'],
  descend: ['descend'],
  arrays: ['descend'],
  argumentsAfter: ['numericalGradient', 'step', 'descend'],
};

export function drive({ numericalGradient, step, descend }: typeof import('./gradient-descent.ts')) {
  const walk = (f: Term[], w0: number[], learningRate: number, steps: number): number[][] =>
    descend((w) => slopesAt(f, w), w0, learningRate, steps);

  return {
    /** Without `h` it is left to its default. */
    numericalGradient: (f: Term[], w: number[], h?: number): number[] =>
      numericalGradient((point) => valueAt(f, point), w, h),

    step,

    descend: walk,

    /** w0 and the arrays of the path in a row: for each, the place of the first that is the very same array. */
    arrays(f: Term[], w0: number[], learningRate: number, steps: number): number[] {
      const all = [w0, ...walk(f, w0, learningRate, steps)];
      return all.map((array) => all.indexOf(array));
    },

    /** What each function leaves in the arrays that it was given. */
    argumentsAfter(f: Term[], w: number[], learningRate: number, steps: number) {
      const point = [...w];
      numericalGradient((at) => valueAt(f, at), point);
      const weights = [...w];
      const gradient = slopesAt(f, w);
      step(weights, gradient, learningRate);
      const w0 = [...w];
      walk(f, w0, learningRate, steps);
      return { numericalGradient: { w: point }, step: { w: weights, gradient }, descend: { w0 } };
    },
  };
}
