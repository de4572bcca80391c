import { describe, expect, test } from 'vitest';
import { outline } from './outline.ts';
import { check, exercise } from './testing/build.ts';
import { everyVerdict } from './testing/verdicts.ts';

const outlineOf = (...kinds: (keyof typeof everyVerdict)[]) => {
  const { shared, told, brief } = outline(
    exercise(
      '01-a',
      'A',
      kinds.map((kind) => check(everyVerdict[kind])),
    ),
  );
  return { shared: shared?.kind, told: told.length, brief: brief.length };
};

describe('outline', () => {
  test('failures are told at length, the rest in a line', () => {
    expect(outlineOf('passed', 'failed', 'skipped', 'timeout')).toEqual({
      shared: undefined,
      told: 2,
      brief: 2,
    });
  });

  test('a file that is missing, unusable or forbidden is said once', () => {
    for (const kind of ['not-implemented', 'invalid-submission', 'forbidden'] as const) {
      expect(outlineOf(kind, kind, 'skipped')).toEqual({ shared: kind, told: 0, brief: 3 });
    }
  });

  test('a function that is missing beside others that work is told at its check', () => {
    expect(outlineOf('not-implemented', 'passed')).toEqual({ shared: undefined, told: 1, brief: 1 });
  });

  test('two checks that fail alike keep their hints', () => {
    expect(outlineOf('timeout', 'timeout')).toEqual({ shared: undefined, told: 2, brief: 0 });
  });
});
