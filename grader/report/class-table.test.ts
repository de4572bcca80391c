import { describe, expect, test } from 'vitest';
import { classTable } from './class-table.ts';
import { check, exercise, report } from './testing/build.ts';
import { classSample, unreadableSample } from './testing/class.ts';
import { ordinary } from './testing/sample.ts';
import { everyVerdict } from './testing/verdicts.ts';

const plain = { colour: false };

describe('classTable', () => {
  test('scores stand under their exercise, and the note names the mistakes', () => {
    const cell = (verdict: keyof typeof everyVerdict) =>
      exercise('12-rnn-cell', 'Cell', [check(everyVerdict[verdict])]);
    const wrong = {
      ...cell('failed'),
      diagnosis: { misconception: 'h is ignored', explanation: '', evidence: '' },
    };
    const reports = [report('dörte', [wrong]), report('ada', [cell('inconclusive')])];
    expect(classTable(reports, [{ id: 'b.zip', why: 'cut off' }], plain)).toBe(`\
submission  12-rnn-cell    total      %  note
ada                  10  10 / 10  100 %  1 to review
dörte                 0   0 / 10    0 %  12: h is ignored
b.zip                 –        –      –  unreadable: cut off

2 graded, 1 unreadable
`);
  });

  test('the order of the reports does not show', () => {
    expect(classTable(classSample().toReversed(), unreadableSample.toReversed(), plain)).toBe(
      classTable(classSample(), unreadableSample, plain),
    );
  });

  test('a class of nobody is a heading and a count', () => {
    expect(classTable([], [], plain)).toBe('submission  total  %  note\n\n0 graded, 0 unreadable\n');
  });

  test('the whole course is headed by numbers', () => {
    const exercises = Array.from({ length: 35 }, (_, i) => exercise(`${i + 10}-some-name`, 'A', []));
    expect(classTable([report('ada', exercises)], [], plain)).toMatch(/^submission {2}10 {2}11 {2}12 /);
  });

  test('an id cannot break its line or steer the terminal', () => {
    const table = classTable([ordinary('a\nb\u001b[2J')], [{ id: 'c\rd', why: '\u001b]0;x\u0007' }], plain);
    expect(table).toContain('a\\nb\\u{1b}[2J');
    expect(table).toContain('c\\u{d}d');
    expect(table).not.toMatch(/[^\P{C}\n]/u);
  });
});
