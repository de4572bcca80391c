export { type ClassResults, gradeClass } from './grade-class.ts';
export { writeClass } from './write-class.ts';
