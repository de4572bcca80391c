import { z } from 'zod';
import { verdictSchema } from './verdict.ts';

/** How well the submission was confined: A and B are jails, C is Node's permission model, none is none. */
export const levelSchema = z.enum(['A', 'B', 'C', 'none']);
export const visibilitySchema = z.enum(['visible', 'hidden']);

const digest = z.string().regex(/^[0-9a-f]{64}$/);
const points = z.number().nonnegative();

export const checkReportSchema = z.object({
  id: z.string(),
  name: z.string(),
  visibility: visibilitySchema,
  points,
  max: points,
  verdict: verdictSchema,
  hint: z.string().optional(),
  /** The grader could not judge this check: full points, and the instructor should look. */
  review: z.literal(true).optional(),
});

export const diagnosisSchema = z.object({
  misconception: z.string(),
  explanation: z.string(),
  evidence: z.string(),
});

export const exerciseReportSchema = z.object({
  id: z.string(),
  title: z.string(),
  score: points,
  max: points,
  diagnosis: diagnosisSchema.optional(),
  checks: z.array(checkReportSchema),
});

/** Everything that one grading found out. Every other format is computed from this. */
export const reportSchema = z.object({
  schema: z.literal('gradschool/report/v1'),
  submission: z.object({ id: z.string(), digest }),
  course: z.object({ digest }),
  grader: z.object({ version: z.string(), runtime: z.string(), sandbox: levelSchema }),
  seed: z.string(),
  score: points,
  max: points,
  exercises: z.array(exerciseReportSchema),
  /** Measured milliseconds; the only part that differs between two gradings with one seed. */
  timings: z.record(z.string(), z.number()),
});

export type Level = z.infer<typeof levelSchema>;
export type Visibility = z.infer<typeof visibilitySchema>;
export type CheckReport = z.infer<typeof checkReportSchema>;
export type Diagnosis = z.infer<typeof diagnosisSchema>;
export type ExerciseReport = z.infer<typeof exerciseReportSchema>;
export type Report = z.infer<typeof reportSchema>;
