import fc from 'fast-check';
import { Tensor } from '#autograd';
import type { Plain } from '../../model/plain.ts';

const tensor = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 6 }).chain((shape) => {
  const size = shape.reduce((product, n) => product * n, 1);
  return fc
    .array(fc.double(), { minLength: size, maxLength: size })
    .map((numbers) => new Tensor(Float64Array.from(numbers), shape));
});

const key = fc
  .stringMatching(/^[A-Za-z_$][\w$]{0,8}$/)
  .filter((name) => !['__proto__', 'constructor', 'prototype'].includes(name));

/** Whatever may cross between a submission and the grader. */
export const plain: fc.Arbitrary<Plain> = fc.letrec<{ value: Plain; leaf: Plain }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    tie('leaf'),
    fc.array(tie('value'), { maxLength: 6 }),
    fc.array(fc.double(), { maxLength: 6 }),
    fc.dictionary(key, tie('value'), { maxKeys: 6, noNullPrototype: true }),
  ),
  leaf: fc.oneof(
    fc.constantFrom(undefined, null, true, false),
    fc.double(),
    fc.string({ unit: 'binary' }),
    tensor,
  ),
})).value;
