import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { packagePath } from '../package.ts';
import { accuracyPage } from './accuracy-page.ts';
import { recorded } from './record.ts';
import { table } from './table.ts';
import { FIGURES } from './testing/figures.ts';

test('docs/accuracy.md is what docs/accuracy.json says', () => {
  const page = packagePath('docs', 'accuracy.md');
  const figures = recorded();
  expect(existsSync(page)).toBe(figures.length > 0);
  if (figures.length > 0) expect(readFileSync(page, 'utf8')).toBe(accuracyPage(figures));
});

test('the page adds up the exercises and tells the worst', () => {
  const other = {
    ...FIGURES,
    id: '99-other',
    seeds: 60,
    named: 96,
    mutants: 201,
    equivalent: 1,
    survivors: 1,
  };
  const page = accuracyPage([FIGURES, other]);
  expect(page).toContain('On 50 seeds or more:');
  expect(page).toContain('- 0 of 6 right submissions lost anything.');
  expect(page).toContain(
    'each caught on 100 % of the seeds at least and named on 96 %; 0 called by a wrong name',
  );
  expect(page).toContain('- 299 of 300 mutants caught, 99.6 %; 3 more are no mistake.');
  expect(page).toContain(
    '| 99-other | 3/3 | 0 | 8 | 100 % | 96 % | 201 | 1 | 1 | 0 | 5 % | 5 % | 15 % | 60 |',
  );
});

test('the table has a row an exercise, in columns', () => {
  const lines = table([FIGURES]).trimEnd().split('\n');
  expect(lines).toHaveLength(2);
  expect(lines[1]).toHaveLength(lines[0]!.length);
});
