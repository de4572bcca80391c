import type { Experiment, Outcome } from './experiment.ts';

/** Whether the model is better on held-out data than each simpler method. */
export function beatsBaselines({ metric }: Experiment, { model, baselines }: Outcome): boolean {
  const isBetter = (other: number) => (metric.better === 'lower' ? model < other : model > other);
  return Object.values(baselines).every(isBetter);
}

/** What was learned, and the metric beside those of the baselines. */
export function linesOf({ metric }: Experiment, { model, baselines, shown }: Outcome): string[] {
  const width = Math.max(...Object.keys(baselines).map((name) => name.length), 'this model'.length);
  const row = (name: string, value: number) => `  ${name.padEnd(width)}  ${shortOf(value)}`;
  return [
    ...shown,
    '',
    `${metric.name} on held-out data (${metric.better} is better)`,
    row('this model', model),
    ...Object.entries(baselines).map(([name, value]) => row(name, value)),
  ];
}

/** A table in Markdown: a row a seed. */
export function tableOf(_: Experiment, seeds: readonly number[], outcomes: readonly Outcome[]): string {
  const names = Object.keys(outcomes[0].baselines);
  const row = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  return [
    row(['seed', 'this model', ...names]),
    row(['---', '---', ...names.map(() => '---')]),
    ...outcomes.map(({ model, baselines }, i) =>
      row([seeds[i], ...[model, ...Object.values(baselines)].map(shortOf)]),
    ),
  ].join('\n');
}

function shortOf(value: number): string {
  return value.toPrecision(4);
}
