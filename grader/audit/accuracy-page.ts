import type { Figures } from './figures.ts';

const HEAD = `# Accuracy

How often the grader is wrong, measured by \`npm run audit\`. Right work is the solution and solutions by other algorithms; it
must earn everything on every seed. A mistake is a misconception handed in as a submission: it must lose points on every seed
and be called by its name, and by no other. Mutants are solutions with one small change (an operator, a constant, an index, an
axis, a variable, a statement …); each must lose a point on one of three seeds. Those that are no mistake are listed in
\`equivalents.ts\` of the exercise, and agree with the solution on 2,000 inputs.
`;

/** docs/accuracy.md, from what is recorded. */
export function accuracyPage(seeds: number, all: Figures[]): string {
  const sum = (of: (one: Figures) => number) => all.reduce((total, one) => total + of(one), 0);
  const survivors = sum((one) => one.survivors);
  const wrong = sum((one) => one.mutants - one.equivalent);
  const lines = [
    HEAD,
    `Over ${seeds} seeds:\n`,
    `- **${sum((one) => one.right)} right submissions**, of which ${sum((one) => one.rightFailed)} lost anything.`,
    `- **${sum((one) => one.misconceptions)} misconceptions**, each caught on at least ${least(all, 'caught')} % of the seeds and named on at least ${least(all, 'named')} %; ${sum((one) => one.misnamed)} called by a wrong name.`,
    `- **${wrong} mutants** besides ${sum((one) => one.equivalent)} equivalent ones; ${survivors} lost nothing: ${((100 * (wrong - survivors)) / wrong).toFixed(1)} % caught.`,
    `- Submissions that compute nothing earn at most ${most(all)} % of an exercise.\n`,
    '| exercise | right work | mistakes | caught on | named on | mutants | equivalent | survivors | constants | NaN | by heart | ms |',
    '|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|',
    ...all.map(row),
  ];
  return `${lines.join('\n')}\n\nThe last columns: percent of the points for answers that are always the same, for NaN, and for who knows the worked\nexamples by heart; and what the checks of an exercise take on its solution, in milliseconds (median).\n`;
}

function row(one: Figures): string {
  const cells = [
    ...[one.id, one.right, one.misconceptions, `${one.caught} %`, `${one.named} %`],
    ...[one.mutants, one.equivalent, one.survivors],
    ...[`${one.constants} %`, `${one.nan} %`, `${one.lookupTable} %`, one.milliseconds],
  ];
  return `| ${cells.join(' | ')} |`;
}

function least(all: Figures[], key: 'caught' | 'named'): number {
  return Math.min(...all.map((one) => one[key]));
}

function most(all: Figures[]): number {
  return Math.max(...all.flatMap(({ constants, nan, lookupTable }) => [constants, nan, lookupTable]));
}
