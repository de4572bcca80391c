/** Changes of the solution that are no mistakes. */
export const equivalents = [
  {
    mutant:
      'matmulBackward: const [[m, k], [, n]] = [A.shape, B.shape]; → const [[m, k], [, n]] = [A.shape, dY.shape];',
    why: 'B then has to have the width of dY, and so the other way round',
  },
  {
    mutant:
      'linearBackward: const [[batch], [outputs, features]] = [x.shape, W.shape]; → const [[batch], [outputs, features]] = [dY.shape, W.shape];',
    why: 'x then has to have the rows of dY, and so the other way round',
  },
];
