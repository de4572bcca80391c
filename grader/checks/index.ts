export type { Check, Misconception, Policy } from '../model/exercise.ts';
export type { OwnLimits, SomeLimits } from '../model/limits.ts';
export { vocabulary } from './vocabulary.ts';
