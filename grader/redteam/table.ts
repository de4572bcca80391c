import type { Level } from '../model/report.ts';
import { LEVELS as FACTS } from '../sandbox/index.ts';
import type { Case, Expected, Group, Passage } from './case.ts';
import { isRunAt, passing, worst } from './levels-of.ts';
import { ORACLES } from './oracles.ts';

const LEVELS = Object.keys(FACTS) as Level[];

/** All attacks and what each level makes of them, as Markdown. A run has shown it, or it would have failed. */
export function table(groups: Group[]): string {
  return [
    '| level | what confines | what the canary may do there |',
    '|---|---|---|',
    ...LEVELS.map(levelRow),
    '',
    '| group | the attacker … | attacks | A | B | C | none |',
    '|---|---|---|---|---|---|---|',
    ...groups.map(summaryRow),
    '',
    '✓ stopped · ~ 2: so many are known to get through (below) · –: not run there, since nothing would stop it',
    ...groups.flatMap(details),
    '',
  ].join('\n');
}

function levelRow(level: Level): string {
  const { name, means, exceptions } = FACTS[level];
  const whys = level === 'none' ? ['everything'] : exceptions.map(exceptionText);
  return row([`${level} · ${name}`, means, whys.join('; ') || 'nothing']);
}

function exceptionText({ attack, why, closedInNode }: (typeof FACTS)[Level]['exceptions'][number]): string {
  return closedInNode ? `${attack}, before Node ${closedInNode}` : `${attack} (${why})`;
}

function summaryRow({ name, about, cases }: Group): string {
  return row([name, about, `${cases.length}`, ...LEVELS.map((level) => summaryCell(cases, level))]);
}

function summaryCell(cases: Case[], level: Level): string {
  const run = cases.filter((one) => isRunAt(one, level));
  const through = run.filter((one) => passing(one, level, worst).length > 0);
  if (run.length === 0) return '–';
  return through.length > 0 ? `~ ${through.length}` : '✓';
}

function details({ name, cases }: Group): string[] {
  return [
    '',
    `<details><summary>${name}: ${cases.length} attacks</summary>`,
    '',
    '| attack | the attacker … | must come to | A | B | C | none |',
    '|---|---|---|---|---|---|---|',
    ...cases.map((one) =>
      row([one.id, one.tries, outcome(one.expected), ...LEVELS.map((level) => cell(one, level))]),
    ),
    ...cases.flatMap(exceptions),
    '',
    '</details>',
  ];
}

function outcome(expected: Expected): string {
  if (typeof expected === 'string') return expected;
  return 'verdicts' in expected ? expected.verdicts.join(', ') : 'not read';
}

function cell(one: Case, level: Level): string {
  if (!isRunAt(one, level)) return '–';
  return passing(one, level, worst).length > 0 ? '~' : '✓';
}

/** What gets through at a level, but for level none, where nothing is stopped. */
function exceptions(one: Case): string[] {
  return (['A', 'B', 'C'] as const).flatMap((level) => {
    const passage = one.passes[level];
    if (!passage || passage.oracles.length === 0) return [];
    const happens = passage.oracles.map((oracle) => ORACLES[oracle]).join('; ');
    return [`\n${one.id} at ${level}: ${happens}${conditionOf(passage)}`];
  });
}

function conditionOf({ closedInNode, closedToRoot, closedWithoutOldDoor }: Passage): string {
  if (closedInNode) return ` (before Node ${closedInNode})`;
  if (closedToRoot) return ' (unless it is root)';
  if (closedWithoutOldDoor) return ' (where the kernel has this door)';
  return '';
}

function row(cells: string[]): string {
  return `| ${cells.join(' | ')} |`;
}
