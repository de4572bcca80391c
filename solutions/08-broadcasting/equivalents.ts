/** Changes of the solution that are no mistakes. */
export const equivalents = [
  {
    mutant: 'addBackward: requireSameShape(dY, add(a, b)); → requireSameShape(add(a, b), dY);',
    why: 'two shapes are the same, whichever comes first',
  },
  {
    mutant: 'mulBackward: requireSameShape(dY, mul(a, b)); → requireSameShape(mul(a, b), dY);',
    why: 'two shapes are the same, whichever comes first',
  },
];
