export type { Check, Hints, Misconception, Policy } from '../model/exercise.ts';
export type { OwnLimits, SomeLimits } from '../model/limits.ts';
export { vocabulary } from './vocabulary.ts';
