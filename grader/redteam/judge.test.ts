import { describe, expect, test } from 'vitest';
import type { Report } from '../model/report.ts';
import type { Expected } from './case.ts';
import { judgeOracles, judgeOutcome } from './judge.ts';
import { comesTo, guests, submissions } from './rows.ts';

const report = (id: string, ...kinds: string[]) => ({
  id,
  score: kinds.filter((kind) => kind === 'passed').length,
  max: kinds.length,
  checks: kinds.map((kind) => ({ verdict: { kind } })),
});
const reports = (...exercises: object[]) => ({ kind: 'report' as const, report: { exercises } as Report });
const differences = (expected: Expected, outcome: Parameters<typeof judgeOutcome>[1]) =>
  judgeOutcome(submissions({ expected })('id', 'load', 'tries'), outcome);

const [attacked, other] = ['02-activations', '12-rnn-cell'];
const nothing = 'as if nothing happened';

describe('an outcome is as expected', () => {
  test.for<[string, Expected, object[]]>([
    ['full points', nothing, [report(attacked, 'passed', 'passed'), report(other, 'passed')]],
    ['a time-out', comesTo(0, 'timeout'), [report(attacked, 'timeout', 'timeout'), report(other, 'passed')]],
    ['partial points', comesTo(1, 'failed', 'passed'), [report(attacked, 'passed', 'failed')]],
  ])('%s', ([, expected, exercises]) => {
    expect(differences(expected, reports(...exercises))).toEqual([]);
  });

  test('when nothing is graded for the expected reason', () => {
    const outcome = { kind: 'unreadable' as const, why: 'x.zip is damaged: make it again' };
    expect(differences({ unreadable: 'is damaged' }, outcome)).toEqual([]);
    expect(differences({ unreadable: 'is empty' }, outcome)).not.toEqual([]);
    expect(differences(nothing, outcome)).not.toEqual([]);
  });
});

describe('an outcome differs', () => {
  test.for<[string, Expected, object[]]>([
    ['a point less than expected', nothing, [report(attacked, 'passed', 'failed')]],
    ['points for an attack', comesTo(0, 'timeout'), [report(attacked, 'passed')]],
    ['a point too many', comesTo(1, 'failed', 'passed'), [report(attacked, 'passed', 'passed', 'failed')]],
    ['another verdict', comesTo(0, 'timeout'), [report(attacked, 'crashed')]],
    ['one verdict more', comesTo(0, 'timeout'), [report(attacked, 'timeout', 'skipped')]],
    [
      'harm to another exercise',
      comesTo(0, 'timeout'),
      [report(attacked, 'timeout'), report(other, 'timeout')],
    ],
    ['a report where there should be none', { unreadable: 'x' }, [report(attacked, 'passed')]],
  ])('%s', ([, expected, exercises]) => {
    expect(differences(expected, reports(...exercises))).toHaveLength(1);
  });

  test('a fault of the grader', () => {
    expect(differences(nothing, { kind: 'fault', message: 'no guest' })).toEqual([
      'the grader failed: no guest',
    ]);
  });
});

describe('what gets through is what is known to get through', () => {
  test('no more and no less', () => {
    expect(judgeOracles([], [])).toEqual([]);
    expect(judgeOracles(['secret'], ['secret'])).toEqual([]);
    expect(judgeOracles(['secret'], [])).toEqual(['a file of the grader was read']);
    expect(judgeOracles([], ['secret'])).toEqual([
      'it is not true any more that a file of the grader was read',
    ]);
  });

  test('a program in place of the guest is judged like a submission', () => {
    const one = guests({})('id', 'tries');
    expect(judgeOutcome(one, reports(report(attacked, 'passed')))).toEqual([]);
    expect(judgeOutcome(one, reports(report(attacked, 'crashed')))).toHaveLength(1);
  });
});
