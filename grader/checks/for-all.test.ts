import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CheckContext } from '../model/exercise.ts';
import type { Plain } from '../model/plain.ts';
import type { Functions, Outcome, Subject } from '../model/subject.ts';
import type { Finding } from './finding.ts';
import { forAll } from './for-all.ts';
import { localSubject } from './local-subject.ts';
import type { Search } from './search.ts';
import { always, counterexampleOf, counting, endingAfter } from './testing/asking.ts';

/** The right answer is always true. */
const truth = () => true;
const reference = { holds: truth };
const given: fc.Arbitrary<Plain[]> = fc.tuple(fc.array(fc.integer()), fc.integer());

function search(change: Partial<Search> = {}): Search {
  const judgeOne = (outcome: Outcome): Finding | null => {
    if (outcome.kind !== 'answer') return outcome;
    return outcome.value === true ? null : { kind: 'failed', why: 'it does not hold' };
  };
  return {
    given,
    runs: 50,
    names: ['xs', 'y'],
    judge: async (batch, { subject }) => (await subject.call('holds', batch)).map(judgeOne),
    ...change,
  };
}

function context(student: Functions | Subject, seed = 1): CheckContext {
  return {
    subject: typeof student.vjp === 'function' ? (student as Subject) : localSubject(student as Functions),
    reference,
    seed,
  };
}

const fewSmall = { holds: (xs: number[], y: number) => xs.length < 3 && y < 1000 };
const mostlyShort = { holds: (xs: number[]) => xs.length < 3 };

describe('forAll', () => {
  it('passes what holds, with one message', async () => {
    const subject = counting(localSubject(reference));
    expect(await forAll(search(), context(subject))).toEqual({ kind: 'passed' });
    expect(subject).toMatchObject({ messages: 1, inputs: 50 });
  });

  it('shows a small counterexample', async () => {
    const { inputs } = counterexampleOf(await forAll(search(), context(mostlyShort)));
    expect(inputs).toEqual([
      { name: 'xs', value: '[0, 0, 0]' },
      { name: 'y', value: '0' },
    ]);
  });

  it('replays: fast-check fails at {seed, path} at once, with the very input that is shown', async () => {
    for (const seed of [1, -7, 2 ** 31 - 1, -(2 ** 31)]) {
      const { inputs, replay } = counterexampleOf(await forAll(search(), context(fewSmall, seed)));
      const holds = fc.property(given, (args) => fewSmall.holds(...(args as [number[], number])));
      const { failed, counterexample } = fc.check(holds, { ...replay, endOnFailure: true });
      expect(failed).toBe(true);
      const shown = counterexample![0].map((value) => JSON.stringify(value).replaceAll(',', ', '));
      expect(shown).toEqual(inputs.map(({ value }) => value));
    }
  });

  it('replays a failure that was not shrunk too', async () => {
    const subject = endingAfter(17, { kind: 'timeout', ms: 1000 }, reference);
    const { inputs, replay } = counterexampleOf(await forAll(search(), context(subject)));
    expect(replay).toEqual({ seed: 1, path: '17' });
    const seen: Plain[][] = [];
    fc.check(
      fc.property(given, (args) => seen.push(args) === 0),
      { ...replay, endOnFailure: true },
    );
    expect(JSON.stringify(seen[0]).slice(1, -1).replaceAll(',', ', ')).toBe(
      inputs.map(({ value }) => value).join(', '),
    );
  });

  it('gives the same verdict for the same seed, and other inputs for another', async () => {
    const verdicts = [];
    for (const seed of [5, 5, 6]) verdicts.push(await forAll(search(), context(fewSmall, seed)));
    expect(verdicts[0]).toEqual(verdicts[1]);
    expect(verdicts[0]).not.toEqual(verdicts[2]);
  });

  it('shrinks with a bounded number of calls', async () => {
    const long = fc.array(fc.nat({ max: 1e6 }), { minLength: 50, maxLength: 50 });
    const sum = (xs: number[]) => xs.reduce((total, x) => total + x, 0);
    const subject = counting(localSubject({ holds: (xs: number[]) => sum(xs) < 12_345_678 }));
    const verdict = await forAll(search({ given: fc.tuple(long) }), context(subject));
    expect(verdict.kind).toBe('failed');
    expect(subject.messages).toBe(151);
  });

  it('stops shrinking when a smaller input ends the guest', async () => {
    let alone = 0;
    const answer = (value: boolean): Outcome => ({ kind: 'answer', value });
    const slow: Subject = {
      ...localSubject({}),
      call: async (_, batch) => {
        if (batch.length > 1) return batch.map(([xs]) => answer((xs as number[]).length < 3));
        return [alone++ === 0 ? answer(false) : { kind: 'timeout', ms: 2000 }];
      },
    };
    const subject = counting(slow);
    expect((await forAll(search(), context(subject))).kind).toBe('failed');
    expect(subject.messages).toBe(3); // all draws, the failing one again, and the first smaller one
  });

  it('shows the draw itself when it fails only once', async () => {
    let calls = 0;
    const moody = { holds: () => calls++ !== 3 };
    const { replay } = counterexampleOf(await forAll(search(), context(moody)));
    expect(replay.path).toBe('3');
  });
});

describe('a guest that ends in the middle', () => {
  const endings: Outcome[] = [
    { kind: 'timeout', ms: 2000 },
    { kind: 'out-of-memory', megabytes: 256 },
    { kind: 'crashed', how: 'exit 1' },
  ];
  for (const ending of endings)
    it(`gives the verdict ${ending.kind}, without asking again`, async () => {
      const subject = counting(endingAfter(5, ending, reference));
      expect(await forAll(search(), context(subject))).toMatchObject(ending);
      expect(subject.messages).toBe(1);
    });

  it('is held against the input that ended it', async () => {
    const fifth = fc.sample(given, { seed: 1, numRuns: 6 })[5]!;
    const verdict = await forAll(search(), context(endingAfter(5, endings[0], reference)));
    const shown = counterexampleOf(verdict).inputs.map(({ value }) => value);
    expect(shown).toEqual(fifth.map((value) => JSON.stringify(value).replaceAll(',', ', ')));
  });

  it('an earlier wrong answer comes first', async () => {
    const subject = endingAfter(5, endings[0], { holds: () => false });
    expect(await forAll(search(), context(subject))).toMatchObject({ kind: 'failed' });
  });

  it('never passes by falling silent', async () => {
    const silent = [endingAfter(5, undefined, reference), endingAfter(0, undefined, reference)];
    for (const subject of silent) expect((await forAll(search(), context(subject))).kind).toBe('crashed');
  });
});

describe('inputs that cannot be judged', () => {
  const rare = (xs: Plain[]) => Math.abs(xs[1] as number) % 3 === 1;

  it('are drawn again until there are enough', async () => {
    const subject = counting(localSubject(reference));
    const verdict = await forAll(search({ judgeable: rare }), context(subject));
    expect(verdict).toEqual({ kind: 'passed' });
    expect(subject.inputs).toBeGreaterThan(40);
  });

  it('are never asked about, not while shrinking either', async () => {
    const asked: Plain[][] = [];
    const holds = (...args: Plain[]) => {
      asked.push(args);
      return (args[0] as number[]).length < 2;
    };
    const { replay } = counterexampleOf(
      await forAll(search({ judgeable: rare }), context({ holds } as never)),
    );
    expect(asked.every(rare)).toBe(true);
    const { counterexample } = fc.check(
      fc.property(given, ([xs]) => (xs as number[]).length < 2),
      { ...replay, endOnFailure: true },
    );
    expect(rare(counterexample![0])).toBe(true);
  });

  it('make the check inconclusive when there are no others, whatever the submission does', async () => {
    for (const outcome of [
      { kind: 'timeout', ms: 1 },
      { kind: 'answer', value: false },
    ] as const) {
      const subject = counting(always(outcome));
      const verdict = await forAll(search({ judgeable: () => false }), context(subject));
      expect(verdict.kind).toBe('inconclusive');
      expect(subject.messages).toBe(0);
    }
  });
});

describe('a fault of the exercise is an exception', () => {
  const failing = context({ holds: () => false });

  it('when the solution fails where the submission fails', async () => {
    const wrong = { ...failing, reference: { holds: () => false } };
    await expect(forAll(search(), wrong)).rejects.toThrow('the solution fails too (seed 1, path 0)');
  });

  it('when the solution throws where the submission fails', async () => {
    const throwing = () => {
      throw new Error('oops');
    };
    await expect(forAll(search(), { ...failing, reference: { holds: throwing } })).rejects.toThrow('oops');
  });

  it('when the solution throws on a smaller input', async () => {
    const { judge } = search();
    const strict: Search['judge'] = (batch, asked) => {
      if (batch.length === 1 && (batch[0]![0] as number[]).length === 1) throw new Error('no single items');
      return judge(batch, asked);
    };
    const student = context({ holds: (xs: number[]) => xs.length === 0 });
    await expect(forAll(search({ judge: strict }), student)).rejects.toThrow('no single items');
  });
});
