/** Changes of the solution that are no mistakes. */
export const equivalents = [
  {
    mutant: 'neuron: return f(weightedSum(x, w, b)); → return f(weightedSum(w, x, b));',
    why: 'a product does not care which factor is the weight',
  },
];
