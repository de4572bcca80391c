import type { CheckReport, Report } from '../model/report.ts';

/** The checks that an instructor should look at. */
export function checksToReview({ exercises }: Pick<Report, 'exercises'>): CheckReport[] {
  return exercises.flatMap(({ checks }) => checks).filter(({ review }) => review);
}
