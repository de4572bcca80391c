import { describe, expect, it } from 'vitest';
import { localSubject } from '../checks/local-subject.ts';
import type { Misconception } from '../model/exercise.ts';
import type { Functions, Outcome, Subject } from '../model/subject.ts';
import { diagnose } from './diagnose.ts';
import { Recorder } from './recorder.ts';

const inputs = Array.from({ length: 40 }, (_, i) => [i - 19]);

const solution = { relu: (x: number) => Math.max(0, x), square: (x: number) => x * x };
const variants: Record<string, Functions> = {
  leaky: { ...solution, relu: (x: number) => (x > 0 ? x : 0.1 * x) },
  absolute: { ...solution, relu: (x: number) => Math.abs(x) },
  doubled: { ...solution, square: (x: number) => 2 * x },
  'leaky and doubled': { relu: (x: number) => (x > 0 ? x : 0.1 * x), square: (x: number) => 2 * x },
};

function misconception(id: string): Misconception {
  return { id, name: `it is ${id}`, explanation: `${id} explained`, replace: [] };
}

/** Asks each function in a message, and diagnoses the answers. */
async function diagnosisOf(
  student: Subject | Functions,
  ids = ['leaky', 'absolute', 'doubled'],
  asked = ['relu', 'square'],
) {
  const recorder = new Recorder(isSubject(student) ? student : localSubject(student));
  for (const name of asked) {
    recorder.begin(`asks ${name}`);
    await recorder.call(name, inputs);
  }
  const variantOf = async ({ id }: Misconception) => localSubject(variants[id]!);
  return diagnose(recorder.messages, ids.map(misconception), localSubject(solution), variantOf);
}

function isSubject(student: Subject | Functions): student is Subject {
  return 'vjp' in student;
}

function ending(count: number, outcome: Outcome, functions: Functions): Subject {
  const subject = localSubject(functions);
  return { ...subject, call: async (...args) => [...(await subject.call(...args)).slice(0, count), outcome] };
}

describe('a diagnosis', () => {
  it('names the one misconception that fits, with its evidence', async () => {
    expect(await diagnosisOf(variants.leaky!)).toEqual({
      misconception: 'it is leaky',
      explanation: 'leaky explained',
      evidence:
        'Your results agree with “it is leaky” on 40 of 40 inputs and with the correct solution on 21.',
    });
  });

  it('says nothing about the solution', async () => {
    expect(await diagnosisOf(solution)).toBeUndefined();
  });

  it('starts no variant when there is nothing to explain', async () => {
    const recorder = new Recorder(localSubject(solution));
    await recorder.call('relu', inputs);
    const refuse = () => Promise.reject(new Error('started'));
    const diagnosis = diagnose(recorder.messages, [misconception('leaky')], localSubject(solution), refuse);
    expect(await diagnosis).toBeUndefined();
  });

  it('says nothing when nothing fits', async () => {
    expect(await diagnosisOf({ ...solution, relu: () => Number.NaN })).toBeUndefined();
  });

  it('says nothing when one answer in forty does not fit', async () => {
    const relu = (x: number) => (x === 7 ? 8 : variants.leaky!.relu!(x as never));
    expect(await diagnosisOf({ ...solution, relu })).toBeUndefined();
  });

  it('says nothing when two fit equally well', async () => {
    expect(await diagnosisOf(variants.leaky!, ['leaky', 'leaky and doubled'], ['relu'])).toBeUndefined();
  });

  it('takes the one of two that fits everything', async () => {
    const both = await diagnosisOf(variants['leaky and doubled']!, ['leaky', 'doubled', 'leaky and doubled']);
    expect(both?.misconception).toBe('it is leaky and doubled');
  });

  it('says nothing about fewer than three wrong answers', async () => {
    const wrongAt = (...places: number[]) => ({
      ...solution,
      relu: (x: number) => (places.includes(x) ? -1 : solution.relu(x)),
    });
    variants.two = wrongAt(1, 2);
    variants.three = wrongAt(1, 2, 3);
    expect(await diagnosisOf(variants.two, ['two'])).toBeUndefined();
    expect((await diagnosisOf(variants.three, ['three']))?.misconception).toBe('it is three');
  });

  it('of two mistakes in two functions names the first', async () => {
    const both = variants['leaky and doubled']!;
    expect(await diagnosisOf(both)).toMatchObject({
      misconception: 'it is leaky',
      evidence: expect.stringContaining('on 40 of 40 inputs'),
    });
    expect((await diagnosisOf(both, undefined, ['square', 'relu']))?.misconception).toBe('it is doubled');
  });

  it('is not kept from a known mistake by an unknown one elsewhere', async () => {
    const student = { ...variants.doubled, relu: () => 12345 };
    expect((await diagnosisOf(student))?.misconception).toBe('it is doubled');
  });

  it('explains errors that are thrown too', async () => {
    const deep = (x: number): number => (x < 0 ? deep(x) + 1 : x);
    variants.recursive = { ...solution, relu: deep };
    const student = {
      ...solution,
      relu: (x: number) => {
        if (x < 0) throw new RangeError('Maximum call stack size exceeded, in other words');
        return x;
      },
    };
    expect((await diagnosisOf(student, ['recursive', 'leaky']))?.misconception).toBe('it is recursive');
  });

  it('says nothing about a function that ran into the time limit, and speaks of the others', async () => {
    const slow = ending(5, { kind: 'timeout', ms: 2000 }, variants.leaky!);
    expect(await diagnosisOf(slow, undefined, ['relu'])).toBeUndefined();
    const recorder = new Recorder(localSubject(variants.doubled!));
    await recorder.call('square', inputs);
    const late = new Recorder(slow);
    await late.call('relu', inputs);
    const variantOf = async ({ id }: Misconception) => localSubject(variants[id]!);
    const all = [...late.messages, ...recorder.messages];
    const ids = ['leaky', 'doubled'].map(misconception);
    const diagnosis = await diagnose(all, ids, localSubject(solution), variantOf);
    expect(diagnosis?.misconception).toBe('it is doubled');
  });

  it('says nothing about stubs', async () => {
    const stub: Outcome = { kind: 'not-implemented', what: 'relu' };
    const subject: Subject = {
      call: async (_, asked) => asked.map(() => stub),
      vjp: async (_, asked) => asked.map(() => stub),
    };
    expect(await diagnosisOf(subject)).toBeUndefined();
  });

  it('in one function of two mistakes names the one that explains a check by itself', async () => {
    const relu = (x: number) => {
      if (x > 15) throw new TypeError('a mistake that nobody knows');
      return variants.leaky!.relu!(x as never);
    };
    const recorder = new Recorder(localSubject({ ...solution, relu }));
    for (const [check, some] of [
      ['small', inputs.slice(0, 30)],
      ['large', inputs.slice(30)],
    ] as const) {
      recorder.begin(check);
      await recorder.call('relu', [...some]);
    }
    const variantOf = async ({ id }: Misconception) => localSubject(variants[id]!);
    const diagnosis = await diagnose(
      recorder.messages,
      [misconception('leaky')],
      localSubject(solution),
      variantOf,
    );
    expect(diagnosis).toMatchObject({
      misconception: 'it is leaky',
      evidence: expect.stringContaining('30 of 30'),
    });
  });
});
