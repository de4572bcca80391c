import { describe, expect, test } from 'vitest';
import { defaultLimits } from '../model/limits.ts';
import { courseLimits, exerciseLimits } from './limits.ts';

describe('the limits of a course', () => {
  test('are the defaults where the course is silent', () => {
    expect(courseLimits({})).toEqual(defaultLimits);
    const { call, exercise } = courseLimits({ call: { processorSeconds: 1 } });
    expect(call).toEqual({ ...defaultLimits.call, processorSeconds: 1 });
    expect(exercise).toEqual(defaultLimits.exercise);
  });

  test.for<[name: string, limits: object, says: string]>([
    ['a time of 0', { call: { processorSeconds: 0 } }, 'call.processorSeconds'],
    ['a name that is none', { call: { seconds: 2 } }, 'Unrecognized key: "seconds"'],
    [
      'an answer that fits no message',
      { call: { answerMegabytes: 9 } },
      'call.answerMegabytes is 9, more than 8',
    ],
    [
      'a call that may work for longer than its exercise',
      { call: { processorSeconds: 40 } },
      'call.processorSeconds is 40, more than exercise.processorSeconds, 30',
    ],
    [
      'an exercise that may take longer than its submission',
      { exercise: { wallSeconds: 1000 } },
      'exercise.wallSeconds is 1000, more than submission.wallSeconds, 300',
    ],
    ['a memory in which nothing runs', { memoryMegabytes: 1 }, 'memoryMegabytes'],
  ])('%s cannot hold', ([, limits, says]) => {
    expect(() => courseLimits(limits)).toThrow('the limits of solutions/course.ts cannot hold:');
    expect(() => courseLimits(limits)).toThrow(says);
  });
});

test('an exercise may set its own, and says its file where they cannot hold', () => {
  const own = exerciseLimits('12-rnn-cell', defaultLimits, { call: { processorSeconds: 5 } });
  expect(own.call).toEqual({ ...defaultLimits.call, processorSeconds: 5 });
  expect(own.exercise).toEqual(defaultLimits.exercise);
  expect(() => exerciseLimits('12-rnn-cell', defaultLimits, { call: { wallSeconds: 100 } })).toThrow(
    'the limits of solutions/12-rnn-cell/checks.ts cannot hold',
  );
});
