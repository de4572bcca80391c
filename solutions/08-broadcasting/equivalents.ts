/** Changes of the solution that are no mistakes. */
export const equivalents = [
  {
    mutant: 'addBackward: requireShape(dY, add(a, b).shape); → requireShape(dY, (a).sub(b).shape);',
    why: 'only the shape of the result is looked at',
  },
  {
    mutant: 'mulBackward: requireShape(dY, mul(a, b).shape); → requireShape(dY, (a).add(b).shape);',
    why: 'only the shape of the result is looked at',
  },
];
