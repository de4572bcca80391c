import fc from 'fast-check';
import { vocabulary } from '../checks/index.ts';
import type { Course, Exercise } from '../model/exercise.ts';
import { defaultLimits } from '../model/limits.ts';
import type { Submission } from '../model/submission.ts';

type Echo = Record<'echo' | 'refuse', (secret: string, n: number) => string>;

/** Nothing of these may be found in anything that a student sees. */
export const MARKERS = { input: 'MARKER-7350', number: 735190.125, expected: 'EXPECTED-7350' };

const solution = `export const echo = (secret: string, n: number) =>
  secret.startsWith('MARKER') ? 'EXPECTED-7350' : secret + n;
export const refuse = () => { throw new RangeError('no'); };`;

const { oracle, throws, metamorphic } = vocabulary<Echo>();
const claim = { points: 25, hint: 'a hint', names: ['secret', 'n'] };

/** An exercise whose hidden checks draw the markers, and one visible check that draws nothing secret. */
const exercise: Exercise = {
  id: '99-echo',
  title: 'Echo',
  needs: [],
  hints: ['one', 'two', 'three'],
  file: 'echo.ts',
  policy: { engine: false, forbidden: [] },
  limits: defaultLimits,
  solution,
  reference: {
    echo: (secret: string, n: number) => (secret.startsWith('MARKER') ? MARKERS.expected : secret + n),
    refuse: () => {
      throw new RangeError('no');
    },
  },
  checks: [
    oracle({
      ...claim,
      id: 'seen',
      name: 'hidden first in the file',
      visibility: 'hidden',
      call: 'echo',
      given: secretArguments(),
    }),
    oracle({
      ...claim,
      id: 'open',
      name: 'visible',
      visibility: 'visible',
      call: 'echo',
      given: fc.tuple(fc.constant('open'), fc.nat({ max: 9 })),
    }),
    throws({
      ...claim,
      id: 'refused',
      name: 'hidden refusal',
      visibility: 'hidden',
      call: 'refuse',
      given: secretArguments(),
    }),
    metamorphic({
      ...claim,
      id: 'twice',
      name: 'hidden relation',
      visibility: 'hidden',
      given: secretArguments(),
      same: ({ echo }, secret, n) => [echo(secret, n), MARKERS.expected],
    }),
  ],
  misconceptions: [],
};

function secretArguments(): fc.Arbitrary<[string, number]> {
  return fc.tuple(fc.constantFrom(MARKERS.input, `${MARKERS.input}!`), fc.constant(MARKERS.number));
}

export const tinyCourse: Course = { digest: 'c'.repeat(64), limits: defaultLimits, exercises: [exercise] };

export function tinySubmission(text: string): Submission {
  return { id: 'somebody', digest: 'd'.repeat(64), files: new Map([['99-echo', { kind: 'source', text }]]) };
}
