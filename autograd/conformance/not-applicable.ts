/**
 * Ops of the conformance files, or ids of cases without an op, that the engine does not have and its runner does not
 * compose. None of them stands in the design of the engine; every other case runs.
 */
export const notApplicable: ReadonlySet<string> = new Set([
  // `backward` has no option `inputs`; `grad` takes them
  'pt-backward-inputs',
  // PyTorch frees a graph after backward; here it lives as long as something refers to it
  'pt-backward-twice-saved',
]);
