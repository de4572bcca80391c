/** Changes of the solution that are no mistakes. */
export const equivalents = [
  {
    mutant:
      'collapse: const W = W2.map((row) => columns(W1).map((column) => dot(row, column))); → const W = W2.map((row) => columns(W1).map((column) => dot(column, row)));',
    why: 'u·v is v·u',
  },
];
