/**
 * Ops and optimisers of the conformance files, or ids of cases without one, that the engine does not have and its
 * runner does not compose. None of them stands in the design of the engine; every other case runs.
 */
export const notApplicable: ReadonlySet<string> = new Set([
  // `backward` has no option `inputs`; `grad` takes them
  'pt-backward-inputs',
  // PyTorch frees a graph after backward; here it lives as long as something refers to it
  'pt-backward-twice-saved',
  // optimisers of Keras: they keep other means than those here, and nothing in the course trains with them
  'Adadelta',
  'Adamax',
  'Lion',
]);
