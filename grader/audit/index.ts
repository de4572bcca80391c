export { auditExercise } from './audit-exercise.ts';
export { complaintsAbout } from './complaints.ts';
export { figuresOf } from './figures.ts';
export { Journal } from './journal.ts';
export { materialOf } from './material.ts';
export { record, recorded } from './record.ts';
export type { ExerciseAudit } from './result.ts';
export { table } from './table.ts';
export { worseThan } from './worse-than.ts';
