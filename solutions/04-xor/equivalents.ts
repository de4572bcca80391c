/** Changes of the solution that are no mistakes. */
export const equivalents = [
  {
    mutant:
      'module: { x: [0, 0], xor: false }, { x: [0, 1], xor: true }, → { x: [0, 1], xor: true }, { x: [0, 0], xor: false },',
    why: 'the corners are counted, in any order',
  },
  {
    mutant:
      'module: { x: [0, 1], xor: true }, { x: [1, 0], xor: true }, → { x: [1, 0], xor: true }, { x: [0, 1], xor: true },',
    why: 'the corners are counted, in any order',
  },
  {
    mutant:
      'module: { x: [1, 0], xor: true }, { x: [1, 1], xor: false }, → { x: [1, 1], xor: false }, { x: [1, 0], xor: true },',
    why: 'the corners are counted, in any order',
  },
];
