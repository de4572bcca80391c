import fc from 'fast-check';
import { Tensor } from '#autograd';
import type { Plain } from '../../model/plain.ts';

export const tensors = fc.array(fc.nat({ max: 3 }), { maxLength: 3 }).chain((shape) => {
  const size = shape.reduce((product, n) => product * n, 1);
  const data = fc.array(fc.double(), { minLength: size, maxLength: size });
  return data.map((numbers) => new Tensor(Float64Array.from(numbers), shape));
});

/** Any value that may cross between a submission and the grader. */
export const plainValues: fc.Arbitrary<Plain> = fc.letrec<{ value: Plain }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.oneof(fc.constantFrom(undefined, null, true, false), fc.double(), fc.string(), tensors),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'hs', 'Wxh'), tie('value'), { maxKeys: 3 }),
  ),
})).value;
