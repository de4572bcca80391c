export { accuracyPage } from './accuracy-page.ts';
export { auditExercise } from './audit-exercise.ts';
export { complaintsAbout, worseThan } from './complaints.ts';
export { type Figures, figuresOf } from './figures.ts';
export { Journal } from './journal.ts';
export type { ExerciseAudit } from './result.ts';
export { table } from './table.ts';
