import { describe, expect, it } from 'vitest';
import { Tensor, zeros } from '#autograd';
import type { Plain } from '../model/plain.ts';
import { evaluateAll } from './as-if-local.ts';
import { localSubject } from './local-subject.ts';
import type { Body } from './run-body.ts';
import { always, counting, endingAfter } from './testing/asking.ts';

interface Student {
  double(x: number): number;
  list(n: number): number[];
}

const functions = {
  double: (x: number) => 2 * x,
  list: (n: number) => Array.from({ length: n }, (_, i) => i),
};

const body = <T>(claim: (student: Student) => T): Body<T> => claim as unknown as Body<T>;
const evaluate = <T>(bodies: Body<T>[], student: object) =>
  evaluateAll(bodies, localSubject({ ...functions, ...student }), functions);

describe('a body that runs as if the functions were local', () => {
  it('comes to its result', async () => {
    const claim = body(({ double, list }) => double(3) + list(4).length);
    expect(await evaluate([claim], {})).toEqual([{ result: 10 }]);
  });

  it('may call again with what an answer says', async () => {
    expect(await evaluate([body(({ double }) => double(double(double(1))))], {})).toEqual([{ result: 8 }]);
  });

  it('a hundred bodies cost as many messages as one', async () => {
    const subject = counting(localSubject(functions));
    const bodies = Array.from({ length: 100 }, (_, i) => body(({ double }) => double(double(i))));
    const results = await evaluateAll(bodies, subject, functions);
    expect(results).toEqual(bodies.map((_, i) => ({ result: 4 * i })));
    expect(subject).toMatchObject({ messages: 2, inputs: 200 });
  });

  it('calls of different functions travel in a message each', async () => {
    const subject = counting(localSubject(functions));
    const odd = (i: number) => body(({ double, list }) => (i % 2 ? double(i) : list(i).length));
    await evaluateAll([0, 1, 2, 3, 4].map(odd), subject, functions);
    expect(subject).toMatchObject({ messages: 2, inputs: 5 });
  });

  it('needs no call at all', async () => {
    const subject = counting(localSubject(functions));
    expect(await evaluateAll([body(() => 1)], subject, functions)).toEqual([{ result: 1 }]);
    expect(subject.messages).toBe(0);
  });

  it('ends with the call that throws, and the others go on', async () => {
    const double = (x: number) => {
      if (x === 1) throw new TypeError('no ones');
      return 2 * x;
    };
    const bodies = [0, 1, 2].map((x) => body((student) => student.double(x)));
    const threw = { kind: 'threw', error: 'TypeError', message: 'no ones', rangeError: false };
    expect(await evaluate(bodies, { double })).toEqual([{ result: 0 }, { ended: threw }, { result: 4 }]);
  });

  it('ends with a function that is not implemented', async () => {
    const outcome = { kind: 'not-implemented', what: 'double' } as const;
    const results = await evaluateAll([body(({ double }) => double(1))], always(outcome), functions);
    expect(results).toEqual([{ ended: outcome }]);
  });

  it('is not evaluated where the guest ended before it', async () => {
    const dead = { kind: 'timeout', ms: 5 } as const;
    const bodies = [1, 2, 3].map((x) => body(({ double }) => double(x)));
    const results = await evaluateAll(bodies, endingAfter(1, dead, functions), functions);
    expect(results).toEqual([{ result: 2 }, { ended: dead }, undefined]);
  });

  it('asks nobody any more when the guest has ended', async () => {
    const subject = counting(endingAfter(1, { kind: 'crashed', how: 'x' }, functions));
    const bodies = [1, 2, 3].flatMap((x) => [
      body(({ double }) => double(double(x))),
      body(({ list }) => list(x).length),
    ]);
    const results = await evaluateAll<number>(bodies, subject, functions);
    expect(subject.messages).toBe(1);
    expect(results.filter((result) => result && 'result' in result)).toEqual([]);
  });
});

describe('an answer reaches a body only in the form of the solution’s', () => {
  const claim = body(({ list }) => list(3).reduce((a, b) => a + b, 0));
  const wrong: [name: string, answer: Plain, why: string][] = [
    ['nothing', undefined, 'expected a list, got undefined'],
    ['a number', 3, 'expected a list, got a number'],
    ['an object that claims a length', { length: 2 ** 32 }, 'expected a list, got an object'],
    ['a tensor', new Tensor(new Float64Array(3), [3]), 'expected a list, got a tensor'],
    ['a list of texts', ['a', 'b', 'c'], 'expected a number, got a string'],
  ];
  for (const [name, answer, why] of wrong)
    it(`${name} ends it as failed`, async () => {
      const [evaluation] = await evaluate([claim], { list: () => answer });
      expect(evaluation).toMatchObject({ ended: { kind: 'failed', why } });
    });

  it('a list of another length is for the body to judge', async () => {
    expect(await evaluate([claim], { list: () => [5] })).toEqual([{ result: 5 }]);
  });

  it('a tensor of another shape ends it', async () => {
    const make = () => zeros([2]);
    const asked = [((student: { make(): Tensor }) => student.make().shape[0]) as unknown as Body<number>];
    const [evaluation] = await evaluateAll(asked, localSubject({ make: () => zeros([2, 1]) }), { make });
    expect(evaluation).toMatchObject({ ended: { kind: 'failed', difference: { at: 'make' } } });
  });

  it('what the body throws over an answer is the answer’s fault', async () => {
    const reader = body(({ list }) => list(3)[2]!.toFixed());
    const [evaluation] = await evaluate([reader], { list: () => [1] });
    expect(evaluation).toMatchObject({ ended: { kind: 'failed' } });
  });

  it('a call that only a wrong answer could lead to ends it', async () => {
    const strict = {
      ...functions,
      list(n: number) {
        if (n > 10) throw new RangeError('too long');
        return functions.list(n);
      },
    };
    const asked = [body(({ double, list }) => list(double(3)).length)];
    const [evaluation] = await evaluateAll(asked, localSubject({ ...functions, double: () => 99 }), strict);
    const why = 'an earlier answer leads to a call of list that makes no sense';
    expect(evaluation).toEqual({ ended: { kind: 'failed', why } });
  });
});
