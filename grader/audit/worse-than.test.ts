import { expect, test } from 'vitest';
import type { Figures } from './figures.ts';
import { FIGURES } from './testing/figures.ts';
import { worseThan } from './worse-than.ts';

test.each<[Partial<Figures>, string]>([
  [{ right: 2 }, '2 right submissions, recorded 3'],
  [{ misconceptions: 7 }, '7 misconceptions, recorded 8'],
  [{ named: 96 }, '96 % named, recorded 98'],
  [{ survivors: 1 }, '99 % of the mutants caught, recorded 100'],
  [{ equivalent: 3 }, '2.9 % of the mutants equivalent, recorded 2'],
  [{ constants: 6 }, '6 % earned by constants, recorded 5'],
  [{ nan: 6 }, '6 % earned by NaN, recorded 5'],
  [{ lookupTable: 16 }, '16 % earned by heart, recorded 15'],
])('%j is worse than recorded', (worse, complaint) => {
  expect(worseThan(FIGURES, { ...FIGURES, ...worse })).toEqual([complaint]);
});

test.each<[string, Partial<Figures>]>([
  ['the same', {}],
  ['more', { right: 4, misconceptions: 9, named: 100, mutants: 150 }],
  ['less for nothing', { constants: 0, nan: 0, lookupTable: 0, equivalent: 0 }],
  ['named less often over fewer seeds', { seeds: 2, named: 50 }],
  ['slower', { milliseconds: 300 }],
])('%s is not worse', (_, now) => {
  expect(worseThan(FIGURES, { ...FIGURES, ...now })).toEqual([]);
});
