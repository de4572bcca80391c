import { describe, expect, test } from 'vitest';
import { gradebookCsv } from './gradebook.ts';
import { check, exercise, report } from './testing/build.ts';
import { classSample, unreadableSample } from './testing/class.ts';
import { ordinary } from './testing/sample.ts';
import { everyVerdict } from './testing/verdicts.ts';

describe('gradebookCsv', () => {
  test('has a row a submission and a column an exercise', () => {
    expect(gradebookCsv([ordinary('dörte')], [{ id: 'b.zip', why: 'cut off, at 3' }])).toBe(`\
id,02-activations,07-scalar-engine,12-rnn-cell,13-rnn-forward,score,max,percent,review,status
dörte,100,22.5,0,0,122.5,400,30.63,1,graded
b.zip,,,,,,,,,"unreadable: cut off, at 3"
`);
  });

  test.each(['=HYPERLINK("x")', '+1', '-1', '@SUM(A1)', '\t=1'])('%j is no formula', (id) => {
    const [, graded, unreadable] = gradebookCsv([ordinary(id)], [{ id, why: id }]).split('\n');
    for (const row of [graded, unreadable]) expect(row).not.toMatch(/(^|,)"?\s*[=+@-]/);
  });

  test('the order of the reports does not show', () => {
    expect(gradebookCsv(classSample().toReversed(), unreadableSample.toReversed())).toBe(
      gradebookCsv(classSample(), unreadableSample),
    );
  });

  test('a class of nobody is a heading', () => {
    expect(gradebookCsv([], [])).toBe('id,score,max,percent,review,status\n');
  });

  test('an exercise that a report does not list, and a share of nothing, are empty cells', () => {
    const some = report('a', [exercise('01-a', 'A', [check(everyVerdict.passed)])]);
    const [, , row] = gradebookCsv([some, report('b', [])], []).split('\n');
    expect(row).toBe('b,,0,0,,0,graded');
  });
});
