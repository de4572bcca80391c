import type { Experiment } from './experiment.ts';
import { forecast } from './forecast.ts';
import { memory } from './memory.ts';
import { names } from './names.ts';
import { reverse } from './reverse.ts';
import { sentiment } from './sentiment.ts';
import { tagging } from './tagging.ts';

/** What `npm run train` can train, by name. */
export const experiments: Record<string, Experiment> = {
  forecast,
  memory,
  names,
  reverse,
  sentiment,
  tagging,
};
