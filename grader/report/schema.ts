import { z } from 'zod';
import { reportSchema } from '../model/report.ts';

/** The report as JSON Schema, for those who read it in another language. Like the grader itself it lets unknown keys pass. */
export function reportJsonSchema() {
  const { $schema, ...schema } = z.toJSONSchema(reportSchema, { io: 'input' });
  return {
    $schema,
    $id: 'urn:gradschool:report:v1',
    title: 'gradschool report, version 1',
    description:
      'Everything that one grading of one submission found out. The digest of a report covers all but `timings`, `grader.runtime` and `grader.sandbox`.',
    ...schema,
  };
}
