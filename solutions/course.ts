import type { SomeLimits } from '#checks';

/**
 * What a submission may use. Whatever is left out has the grader's default; `checks.ts` of an exercise may set other
 * limits for its `call` and `exercise` by a `limits` of its own.
 *
 * Processor time is what counts. Time on the clock is longer, as a busy machine lets a program wait.
 */
export const limits: SomeLimits = {
  call: { processorSeconds: 2, wallSeconds: 10, answerMegabytes: 8 },
  exercise: { processorSeconds: 30, wallSeconds: 90, answerMegabytes: 256 },
  submission: { processorSeconds: 120, wallSeconds: 300, answerMegabytes: 1024 },
  memoryMegabytes: 256,
};
