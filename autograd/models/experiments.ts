import type { Experiment } from './experiment.ts';
import { memory } from './memory.ts';

/** What `npm run train` can train, by name. */
export const experiments: Record<string, Experiment> = { memory };
