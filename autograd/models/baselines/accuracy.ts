/**
 * The share of places where what was said is what is right.
 *
 * @throws RangeError unless there are as many of both, and at least one
 */
export function accuracy<Label>(said: readonly Label[], right: readonly Label[]): number {
  if (said.length !== right.length || right.length === 0)
    throw new RangeError(`accuracy: ${said.length} answers for ${right.length} questions.`);
  return said.filter((label, i) => label === right[i]).length / right.length;
}
