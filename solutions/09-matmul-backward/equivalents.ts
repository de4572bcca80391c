/** Changes of the solution that are no mistakes. */
export const equivalents = [
  {
    mutant: 'sumBackward: const y = sum(zeros(shape), axis); → const y = (zeros(shape)).mean(axis);',
    why: 'only the shape of the result is looked at',
  },
];
