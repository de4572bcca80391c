export type { Check, Misconception, Policy } from '../model/exercise.ts';
export { vocabulary } from './vocabulary.ts';
