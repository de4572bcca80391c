import { describe, expect, test } from 'vitest';
import { classFacts } from './class-facts.ts';
import { check, exercise, report } from './testing/build.ts';
import { classSample, unreadableSample } from './testing/class.ts';
import { ordinary } from './testing/sample.ts';
import { everyVerdict } from './testing/verdicts.ts';

const student = (id: string, ...verdicts: (keyof typeof everyVerdict)[]) =>
  report(id, [
    exercise(
      '01-a',
      'A',
      verdicts.map((kind, i) => check(everyVerdict[kind], { id: `check-${i}` })),
    ),
  ]);

describe('classFacts', () => {
  test('a mistake counts the students who made it, most frequent first', () => {
    const { misconceptions } = classFacts([ordinary('b'), ordinary('a')], []);
    expect(misconceptions.map(({ exercise, students }) => ({ exercise, students }))).toEqual([
      { exercise: '07-scalar-engine', students: ['a', 'b'] },
      { exercise: '12-rnn-cell', students: ['a', 'b'] },
    ]);
  });

  test('a check is missed only by those who had something to judge', () => {
    const { failures } = classFacts(
      [
        student('a', 'failed'),
        student('b', 'not-implemented'),
        student('c', 'passed'),
        student('d', 'skipped'),
      ],
      [],
    );
    expect(failures).toMatchObject([{ check: 'check-0', missed: 1, tried: 2 }]);
  });

  test('what the grader could not judge is for review, and not missed', () => {
    const { failures, reviews } = classFacts([student('a', 'inconclusive', 'grader-error')], []);
    expect(failures).toEqual([]);
    expect(reviews.map(({ check }) => check.verdict.kind)).toEqual(['inconclusive', 'grader-error']);
  });

  test('the order of arrival leaves no trace, even where two submissions share an id', () => {
    const twin = ordinary('ada');
    twin.submission.digest = 'b2'.repeat(32);
    const reports = [...classSample(), twin];
    expect(classFacts(reports.toReversed(), unreadableSample.toReversed())).toEqual(
      classFacts(reports, unreadableSample),
    );
  });

  test('exercises that only some reports list still have a column', () => {
    const one = report('a', [exercise('02-b', 'B', [])]);
    const other = report('b', [exercise('01-a', 'A', [])]);
    expect(classFacts([one, other], []).exercises).toEqual(['01-a', '02-b']);
  });
});
