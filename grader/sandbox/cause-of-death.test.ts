import { expect, test } from 'vitest';
import { defaultLimits } from '../model/limits.ts';
import { causeOfDeath } from './cause-of-death.ts';

const cause = (code: number | null, signal: string | null, said = '', outOfMemory = false) =>
  causeOfDeath({ code, signal, outOfMemory }, said, defaultLimits);
const tooMuch = { kind: 'out-of-memory', megabytes: 256 };

test.each([
  [134, 'SIGABRT'],
  [137, 'SIGKILL'],
  [139, 'SIGSEGV'],
  [152, 'SIGXCPU'],
])('exit code %i of a jail means the same as %s', (code, signal) => {
  expect(cause(code, null)).toEqual(cause(null, signal));
});

test('a full heap is known by the last words of V8, whatever the signal', () => {
  const words = [
    'FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory',
    '# Fatal process out of memory: Zone',
    '# Fatal JavaScript invalid size error 169220804 (see crbug.com/1201626)',
    "terminate called after throwing an instance of 'std::bad_alloc'",
  ];
  for (const said of words) {
    expect(cause(134, null, said)).toEqual(tooMuch);
    expect(cause(null, 'SIGTRAP', said)).toEqual(tooMuch);
  }
  expect(cause(null, 'SIGKILL', '', true)).toEqual(tooMuch);
});

test('the kernel counts processor time for a whole submission', () => {
  expect(cause(152, null)).toEqual({ kind: 'timeout', ms: 120_000, of: 'submission' });
});

test('an exit says its code, another signal its name', () => {
  expect(cause(0, null)).toMatchObject({ how: 'the process ended (exit code 0) before it had answered' });
  expect(cause(null, 'SIGBUS')).toMatchObject({ how: 'the process was ended by SIGBUS' });
});
