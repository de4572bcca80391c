/** Why an entry of a state does not go into an optimiser; what is there and should be, in words. */
export type Misfit =
  | { kind: 'missing'; name: string; expected: string }
  | { kind: 'unexpected'; name: string; found: string }
  | { kind: 'other'; name: string; expected: string; found: string };

export function doesNotLoad(optimizer: string, misfits: readonly Misfit[]): RangeError {
  const advice = 'Nothing was loaded. Was the optimizer made with the same options for the same parameters?';
  return new RangeError(
    [`loadStateDict: the state does not fit ${optimizer}.`, ...misfits.map(lineOf), advice].join('\n  '),
  );
}

function lineOf(misfit: Misfit): string {
  switch (misfit.kind) {
    case 'missing':
      return `missing: ${misfit.name} ${misfit.expected}`;
    case 'unexpected':
      return `unexpected: ${misfit.name} ${misfit.found}`;
    case 'other':
      return `other: ${misfit.name} is ${misfit.found}, the optimizer has ${misfit.expected}`;
  }
}
