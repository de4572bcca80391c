import type { Report } from '../../model/report.ts';
import { check, exercise, report } from './build.ts';
import { ordinary } from './sample.ts';
import { everyVerdict } from './verdicts.ts';

/** Two submissions that would not open. */
export const unreadableSample = [
  { id: 'torben.zip', why: 'the archive is cut off after 312 bytes' },
  { id: 'empty-folder', why: 'there is no exercise of this course in it' },
];

const NAMES =
  'ada bela chen dörte emil fatima gustav hana igor jun kofi lena maria noor olu priya quinn'.split(' ');

/** A class with good days and bad ones. */
export function classSample(): Report[] {
  return NAMES.map((name, i) => {
    const { exercises } = ordinary();
    return report(
      name,
      exercises.map((original, column) => {
        const solved = (i * 7 + column * 3) % 5 < 3;
        if (!solved) return original;
        const checks = original.checks.map((each, k) =>
          check((i + k) % 6 === 0 ? everyVerdict.threw : everyVerdict.passed, {
            id: each.id,
            name: each.name,
            max: each.max,
          }),
        );
        return exercise(original.id, original.title, checks);
      }),
    );
  });
}
