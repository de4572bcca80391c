import { COLUMNS } from './columns.ts';
import type { Figures } from './figures.ts';

const HEAD = `# Accuracy

How often the grader is wrong, measured by \`npm run audit\`, which fails when a number falls below what is recorded here.

- **Right work** is the solution, and solutions by other algorithms. Each check must pass on every seed; a *flip* is one that
  passes on some.
- **Mistakes** are misconceptions, handed in as submissions. Each must lose points on every seed, be called by its name on at
  least 95 % of them, and never by another. Here stand the numbers of the one that does worst.
- **Mutants** are solutions with one small change: an operator, a constant, an index, an axis, a variable, a statement … Each
  must lose a point on one of three seeds. Those that are no mistake are listed in \`equivalents.ts\` of the exercise, and give
  the answers of the solution on 2,000 inputs of each function, to the bit or but for rounding.
- **Stubs** with one function written must earn no check that asks for another: so many did.
- **Constants** and **NaN** are answers of the right form, always the same, or with NaN for each number. They earn what they do
  not violate, such as that arguments stay as they are: at most 10 % of the points. Who has learnt the visible worked examples
  **by heart** earns at most 20 %.
- **ms** is what the checks take on the solution (median).
`;

/** docs/accuracy.md, from what is recorded. */
export function accuracyPage(all: Figures[]): string {
  const sum = (of: (one: Figures) => number) => all.reduce((total, one) => total + of(one), 0);
  const wrong = sum(({ mutants, equivalent }) => mutants - equivalent);
  const caught = wrong - sum(({ survivors }) => survivors);
  const least = (of: (one: Figures) => number) => Math.min(...all.map(of));
  const lines = [
    HEAD,
    `On ${least(({ seeds }) => seeds)} seeds or more:\n`,
    `- ${sum(({ rightFailed }) => rightFailed)} of ${sum(({ right }) => right)} right submissions lost anything.`,
    `- ${sum(({ misconceptions }) => misconceptions)} misconceptions, each caught on ${least((one) => one.caught)} % of the seeds at least and named on ${least(({ named }) => named)} %; ${sum(({ misnamed }) => misnamed)} called by a wrong name.`,
    `- ${caught} of ${wrong} mutants caught, ${share(caught, wrong)} %; ${sum(({ equivalent }) => equivalent)} more are no mistake.\n`,
    row(COLUMNS.map(({ title }) => title)),
    row(COLUMNS.map((_, i) => (i === 0 ? '---' : '---:'))),
    ...all.map((one) => row(COLUMNS.map(({ of }) => `${of(one)}`))),
  ];
  return `${lines.join('\n')}\n`;
}

function row(cells: string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function share(part: number, whole: number): string {
  return whole === 0 ? '100.0' : (Math.floor((1000 * part) / whole) / 10).toFixed(1);
}
