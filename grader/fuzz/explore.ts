import type { Rng } from '#autograd';
import { pick } from './choose.ts';
import { Coverage } from './coverage.ts';
import { mutate } from './mutate.ts';
import type { Target } from './target.ts';

/** Coverage costs milliseconds to take, so it is taken for many inputs together. */
const BATCH_MS = 25;

export interface Exploration {
  target: Target;
  rng: Rng;
  isOver(): boolean;
  /** Before the input is run: whoever watches must know it if nothing comes after. */
  onRun(input: Uint8Array): void;
  onFailure(input: Uint8Array, error: unknown): void;
  onProgress(progress: Progress): void;
}

export interface Progress {
  executions: number;
  /** Inputs that reached code which no input before them had. */
  kept: number;
  /** Characters of code reached by the seeds, and by now. */
  reachedBySeeds: number;
  reached: number;
}

/**
 * Searches for an input of which the target's claim does not hold: changes inputs at random, and keeps those that
 * reach new code to change them further. It sees neither how often code ran nor what was compared; the target's words
 * stand in for the latter.
 */
export async function explore(exploration: Exploration): Promise<void> {
  const { target, rng, isOver, onRun, onFailure, onProgress } = exploration;
  const coverage = new Coverage(target.covers);
  let executions = 0;
  const corpus = target.seeds();
  await runAll(corpus);
  coverage.learn(coverage.take());
  const [seeds, reachedBySeeds] = [corpus.length, coverage.size];
  report();
  while (!isOver()) {
    const { batch, taken } = await runBatch();
    if (coverage.isNew(taken)) corpus.push(...(await newcomersIn(batch)));
    coverage.learn(taken);
    report();
  }
  coverage.close();

  function report(): void {
    onProgress({ executions, kept: corpus.length - seeds, reachedBySeeds, reached: coverage.size });
  }

  async function runBatch() {
    const batch: Uint8Array[] = [];
    for (const end = performance.now() + BATCH_MS; performance.now() < end; ) {
      const material = { rng, words: target.words, other: pick(corpus, rng) };
      const input = mutate(pick(corpus, rng), material, target.tokens);
      batch.push(input);
      await run(input);
    }
    return { batch, taken: coverage.take() };
  }

  /** By halves: of a thousand inputs with one newcomer, twenty coverages find it. */
  async function newcomersIn(batch: Uint8Array[]): Promise<Uint8Array[]> {
    await runAll(batch);
    const taken = coverage.take();
    if (!coverage.isNew(taken)) return [];
    if (batch.length === 1) {
      coverage.learn(taken);
      return batch;
    }
    const middle = batch.length >> 1;
    return [...(await newcomersIn(batch.slice(0, middle))), ...(await newcomersIn(batch.slice(middle)))];
  }

  async function runAll(inputs: Uint8Array[]): Promise<void> {
    for (const input of inputs) await run(input);
  }

  async function run(input: Uint8Array): Promise<void> {
    executions++;
    onRun(input);
    try {
      await target.run(input);
    } catch (error) {
      onFailure(input, error);
    }
  }
}
