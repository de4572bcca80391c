import type { SeededRng } from '#autograd';
import type { Checkpointing } from '#autograd/train';

/** A task on real or made data, a network that learns it, and what it must beat. */
export interface Experiment {
  /** One sentence: what is learned from what. */
  title: string;
  /** What is measured on held-out data. */
  metric: { name: string; better: 'lower' | 'higher' };
  run(session: Session): Outcome;
}

/** What a run gets from the command line. */
export interface Session {
  /** Everything random comes from here: the same seed gives the same run, to the bit. */
  rng: SeededRng;
  /** Prints a line of progress. */
  say(line: string): void;
  /** Where the training of that name is saved as it goes, and taken up again. */
  checkpoint(name: string): Checkpointing | undefined;
}

export interface Outcome {
  /** The metric of the network on held-out data. */
  model: number;
  /** The same metric of simpler methods, by their names. */
  baselines: Record<string, number>;
  /** Lines that show what was learned: names that it wrote, words that it translated. */
  shown: string[];
}
