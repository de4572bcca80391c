import { createHash } from 'node:crypto';
import { type Report, reportSchema } from '../model/report.ts';

/** Bytes that a terminal would obey and that JSON leaves as they are. */
const STEERING = /[\x7f-\x9f\u2028\u2029\p{Cf}]/gu;

/**
 * The report itself, with its keys in the schema's order.
 *
 * @throws ZodError where the report is not `gradschool/report/v1`
 */
export function reportJson(report: Report): string {
  return `${serialise(report, 2)}\n`;
}

/** SHA-256 over all that a second grading with the same seed must reproduce: not the timings, the runtime or the sandbox. */
export function reportDigest(report: Report): string {
  const reproducible = {
    ...report,
    timings: {},
    grader: { ...report.grader, runtime: '', sandbox: 'none' as const },
  };
  return createHash('sha256').update(serialise(reproducible)).digest('hex');
}

function serialise(report: Report, indent?: number): string {
  const ordered = reportSchema.parse(report); // zod writes the keys of an object as the schema lists them
  const timings = Object.fromEntries(Object.entries(ordered.timings).sort(([a], [b]) => (a < b ? -1 : 1)));
  return JSON.stringify({ ...ordered, timings }, null, indent).replace(STEERING, escapeUnits);
}

const escapeUnits = (character: string) =>
  character.replace(/[\s\S]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
