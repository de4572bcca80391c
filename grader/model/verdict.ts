import { z } from 'zod';

/** The smallest input that shows the mistake. Everything in it is text, ready to read. */
export const counterexampleSchema = z.object({
  /** The arguments of the call, by name. */
  inputs: z.array(z.object({ name: z.string(), value: z.string() })),
  /** Where in the answer the difference lies, such as `hs[0][2]`; absent when the whole answer differs. */
  at: z.string().optional(),
  got: z.string().optional(),
  expected: z.string().optional(),
  relativeError: z.number().optional(),
  /** For a gradient check: the entries that differ, the student's beside the numeric ones. */
  gradient: z
    .array(
      z.object({
        entry: z.string(),
        yours: z.string(),
        numeric: z.string(),
        relativeError: z.number().optional(),
      }),
    )
    .optional(),
  /** What replays exactly this failure. */
  replay: z.object({ seed: z.int(), path: z.string() }),
});

const limit = z.number().positive();

/** What became of one check. Limits are the configured ones, never measurements. */
export const verdictSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('passed') }),
  z.object({ kind: z.literal('failed'), why: z.string(), counterexample: counterexampleSchema.optional() }),
  z.object({ kind: z.literal('inconclusive'), why: z.string() }),
  z.object({ kind: z.literal('not-implemented'), what: z.string() }),
  z.object({ kind: z.literal('skipped'), because: z.string() }),
  z.object({
    kind: z.literal('threw'),
    error: z.string(),
    message: z.string(),
    counterexample: counterexampleSchema.optional(),
  }),
  z.object({
    kind: z.literal('timeout'),
    ms: limit,
    /** Whose limit it was, where it was not that of one call. */
    of: z.enum(['exercise', 'submission']).optional(),
    /** Time on the clock, where it was not time of the processor. */
    clock: z.literal('wall').optional(),
    counterexample: counterexampleSchema.optional(),
  }),
  z.object({ kind: z.literal('out-of-memory'), megabytes: limit }),
  z.object({ kind: z.literal('crashed'), how: z.string() }),
  z.object({
    kind: z.literal('invalid-answer'),
    why: z.string(),
    /** The limit of size, where that was broken. */
    megabytes: limit.optional(),
  }),
  z.object({ kind: z.literal('invalid-submission'), why: z.string(), line: z.int().positive().optional() }),
  z.object({
    kind: z.literal('forbidden'),
    violations: z.array(z.object({ what: z.string(), line: z.int().positive() })).min(1),
  }),
  z.object({ kind: z.literal('grader-error'), message: z.string() }),
]);

export type Counterexample = z.infer<typeof counterexampleSchema>;
export type Verdict = z.infer<typeof verdictSchema>;
export type VerdictKind = Verdict['kind'];

/** A verdict that is not the student's fault earns the check's points and asks the instructor to look. */
export function needsReview(verdict: Verdict): boolean {
  return verdict.kind === 'inconclusive' || verdict.kind === 'grader-error';
}

export function earnsPoints(verdict: Verdict): boolean {
  return verdict.kind === 'passed' || needsReview(verdict);
}
