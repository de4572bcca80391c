/**
 * What the base rate is multiplied by in a step, which counts from 0. It depends on nothing else, so there is nothing
 * to save with a training:
 *
 *     const schedule = warmUp({ steps: 100 }, cosine({ steps: 900 }));
 *     optimizer.lr = 0.1 * schedule(step);
 */
export type Schedule = (step: number) => number;
