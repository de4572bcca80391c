export { findSubmissions } from './find-submissions.ts';
export { type ClassResults, gradeClass } from './grade-class.ts';
export { writeClass } from './write-class.ts';
