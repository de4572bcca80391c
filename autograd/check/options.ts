export interface GradcheckOptions {
  /** Of the random cotangents and directions: 1 unless stated. */
  seed?: number;
  /** 2 checks the gradient of the gradient as well, 3 that of the gradient of the gradient of the gradient. */
  order?: number;
  /** The inputs that are differentiated by; all unless stated. */
  wrt?: readonly number[];
  /** How far apart two runs may be; 0 unless stated. */
  nondetTol?: number;
  /** The most entries of one input that are moved one by one; a random choice of 64 unless stated. */
  entries?: number;
  /**
   * Any of these three replaces the choice of the step by PyTorch's rule: the whole Jacobian, entry by entry, by
   * central differences with the step `eps` (1e-6), within |a - n| ≤ `atol` (1e-5) + `rtol` (1e-3) · |n|.
   */
  eps?: number;
  atol?: number;
  rtol?: number;
}

/** PyTorch's rule, with its defaults for what is not given. */
export interface FixedStep {
  eps: number;
  atol: number;
  rtol: number;
}

/** The rule, if the caller asked for it. @throws RangeError for a step that is no step */
export function fixedStepOf({ eps, atol, rtol }: GradcheckOptions): FixedStep | null {
  if (eps === undefined && atol === undefined && rtol === undefined) return null;
  const rule = { eps: eps ?? 1e-6, atol: atol ?? 1e-5, rtol: rtol ?? 1e-3 };
  if (rule.eps > 0 && rule.atol >= 0 && rule.rtol >= 0) return rule;
  throw new RangeError(
    `gradcheck: eps is ${rule.eps}, atol ${rule.atol}, rtol ${rule.rtol}.\n  A step is above 0, a tolerance is not below.`,
  );
}
