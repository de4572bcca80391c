import { type Grading, grade } from '../grading/grade.ts';
import { inLanes } from '../grading/in-lanes.ts';
import { IntakeError, readSubmission } from '../intake/index.ts';
import type { Report } from '../model/report.ts';
import type { Candidate } from './find-submissions.ts';

export interface ClassResults {
  /** By submission id. */
  reports: Report[];
  /** Submissions of which nothing could be read. */
  unreadable: { id: string; why: string }[];
}

/** Grades submissions, `workers` at a time. The results do not depend on who finishes first. */
export async function gradeClass(
  candidates: Candidate[],
  grading: Grading,
  workers: number,
  onProgress: (done: number, total: number) => void,
): Promise<ClassResults> {
  const results: ClassResults = { reports: [], unreadable: [] };
  let done = 0;
  onProgress(done, candidates.length);
  await inLanes(candidates, workers, async (candidate) => {
    await gradeOne(candidate, grading, results);
    onProgress(++done, candidates.length);
  });
  results.reports.sort((a, b) => compareIds(a.submission.id, b.submission.id));
  results.unreadable.sort((a, b) => compareIds(a.id, b.id));
  return results;
}

async function gradeOne(
  { id, path, problem }: Candidate,
  grading: Grading,
  results: ClassResults,
): Promise<void> {
  if (problem !== undefined) return void results.unreadable.push({ id, why: problem });
  try {
    const submission = await readSubmission(path, grading.course.exercises);
    results.reports.push(await grade(submission, grading));
  } catch (error) {
    if (!(error instanceof IntakeError)) throw error;
    results.unreadable.push({ id, why: error.message });
  }
}

function compareIds(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
