import { z } from 'zod';
import { MAX_ANSWER_MEGABYTES } from './plain.ts';

const some = z.number().positive();

/** What calls may use: time of the processor, time on the clock (a busy machine lets a guest wait), and room for answers. */
function scope(processorSeconds: number, wallSeconds: number, answerMegabytes: number) {
  return z
    .strictObject({
      processorSeconds: some.default(processorSeconds),
      wallSeconds: some.default(wallSeconds),
      answerMegabytes: some.default(answerMegabytes),
    })
    .prefault({});
}

/** What a submission may use; whatever a course leaves out has a safe default. */
export const limitsSchema = z
  .strictObject({
    call: scope(2, 10, MAX_ANSWER_MEGABYTES),
    /** All calls of one exercise together. */
    exercise: scope(30, 90, 256),
    /** All exercises of one submission together. */
    submission: scope(120, 300, 1024),
    /** What a guest may hold at once, all its exercises together. */
    memoryMegabytes: z.int().min(64).max(1024).default(256),
  })
  .superRefine((limits, context) => {
    const addIssue = (message: string) => context.addIssue(message);
    if (limits.call.answerMegabytes > MAX_ANSWER_MEGABYTES)
      addIssue(`call.answerMegabytes is ${limits.call.answerMegabytes}, more than ${MAX_ANSWER_MEGABYTES}`);
    inverted(limits, 'call', 'exercise').forEach(addIssue);
    inverted(limits, 'exercise', 'submission').forEach(addIssue);
  });

export type Limits = z.infer<typeof limitsSchema>;
export type ScopeLimits = Limits['call'];
/** As an author writes them: whatever is left out has its default. */
export type SomeLimits = z.input<typeof limitsSchema>;

/** Those that hold for one exercise. */
export type ExerciseLimits = Pick<Limits, 'call' | 'exercise'>;
/** Those that an exercise sets for itself: whatever is left out is as in the course. */
export type OwnLimits = Pick<SomeLimits, 'call' | 'exercise'>;

export const defaultLimits: Limits = limitsSchema.parse({});

type Scope = 'call' | 'exercise' | 'submission';

function inverted(limits: Record<Scope, Record<string, number>>, part: Scope, whole: Scope): string[] {
  return Object.keys(limits[part])
    .filter((what) => limits[part][what]! > limits[whole][what]!)
    .map(
      (what) =>
        `${part}.${what} is ${limits[part][what]}, more than ${whole}.${what}, ${limits[whole][what]}`,
    );
}
