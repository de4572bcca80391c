import type { Shape } from '#autograd';
import { show } from '../../tensor/errors.ts';

/** Why an entry of a state dict does not go into a module. */
export type Misfit =
  | { kind: 'missing'; name: string; expected: Shape }
  | { kind: 'unexpected'; name: string; found: Shape }
  | { kind: 'other shape'; name: string; expected: Shape; found: Shape };

export function doesNotLoad(module: string, misfits: readonly Misfit[]): RangeError {
  const advice = 'Nothing was loaded. Was the module made with the same options as the one that was saved?';
  return new RangeError(
    [`loadStateDict: the weights do not fit ${module}.`, ...misfits.map(lineOf), advice].join('\n  '),
  );
}

function lineOf(misfit: Misfit): string {
  switch (misfit.kind) {
    case 'missing':
      return `missing: ${misfit.name} ${show(misfit.expected)}`;
    case 'unexpected':
      return `unexpected: ${misfit.name} ${show(misfit.found)}`;
    case 'other shape':
      return `other shape: ${misfit.name} is ${show(misfit.found)}, the module has ${show(misfit.expected)}`;
  }
}
