import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { seededRng } from '#autograd';
import { checkpointFile } from '#autograd/files';
import type { Checkpointing } from '#autograd/train';
import type { Experiment, Outcome } from './experiment.ts';
import { experiments } from './experiments.ts';
import { beatsBaselines, linesOf, tableOf } from './outcome-text.ts';

/**
 * `npm run train -- <name>`: trains one of the models and prints its metric on held-out data beside simpler methods'.
 *
 * Exits 1 when the model is not better than each of them, 2 for a usage error.
 */

const USAGE = `usage: npm run train -- <name> [--seed N] [--seeds N] [--checkpoint DIR]

${Object.entries(experiments)
  .map(([name, { title }]) => `  ${name.padEnd(10)} ${title}`)
  .join('\n')}

  --seed N           where everything random comes from (1)
  --seeds N          trains with the seeds 1 to N and prints a table
  --checkpoint DIR   saves the run there as it goes, and takes it up again when it was interrupted`;

function main(): number {
  const { name, seeds, checkpoint } = request();
  const experiment = experiments[name];
  const outcomes = seeds.map((seed) => trained(experiment, seed, checkpoint));
  if (seeds.length > 1) console.log(tableOf(experiment, seeds, outcomes));
  return outcomes.every((outcome) => beatsBaselines(experiment, outcome)) ? 0 : 1;
}

function trained(experiment: Experiment, seed: number, folder?: string): Outcome {
  const outcome = experiment.run({
    rng: seededRng(seed),
    say: (line) => console.error(line),
    checkpoint: (name) => checkpointIn(folder, name),
  });
  for (const line of linesOf(experiment, outcome)) console.log(line);
  return outcome;
}

function checkpointIn(folder: string | undefined, name: string): Checkpointing | undefined {
  if (folder === undefined) return undefined;
  mkdirSync(folder, { recursive: true });
  return { store: checkpointFile(path.join(folder, `${name}.safetensors`)), every: 50 };
}

interface Request {
  name: string;
  seeds: number[];
  checkpoint?: string;
}

class UsageError extends Error {}

function request(): Request {
  const { values, positionals } = parsed();
  const [name, ...more] = positionals;
  if (!Object.hasOwn(experiments, name ?? '') || more.length > 0)
    throw new UsageError(`there is no model '${positionals.join(' ')}'.`);
  const count = numberOf('--seeds', values.seeds ?? '1', 1);
  const first = numberOf('--seed', values.seed ?? '1', 0);
  if (count > 1 && values.checkpoint) throw new UsageError('--checkpoint is for one run, not for --seeds.');
  return { name, seeds: Array.from({ length: count }, (_, i) => first + i), checkpoint: values.checkpoint };
}

function parsed() {
  const string = { type: 'string' } as const;
  try {
    return parseArgs({
      allowPositionals: true,
      options: { seed: string, seeds: string, checkpoint: string },
    });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function numberOf(option: string, word: string, least: number): number {
  const number = Number(word);
  if (Number.isInteger(number) && number >= least) return number;
  throw new UsageError(`${option} is an integer of ${least} or more, not '${word}'.`);
}

try {
  process.exitCode = main();
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(`train: ${error.message}\n\n${USAGE}`);
  process.exitCode = 2;
}
