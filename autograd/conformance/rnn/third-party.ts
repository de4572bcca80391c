import type { Tensor } from '#autograd';
import { type Case, firstFailure, type Outcome } from '../case.ts';
import { within } from '../compare.ts';
import type { Encoded } from '../decode.ts';
import { compareNamed, decodeAll, type Tensors } from '../named.ts';
import { checkAlongLines } from './lines.ts';
import type { OnnxRnn } from './onnx/case.ts';
import { composed } from './onnx/composed.ts';
import { gruLayer } from './onnx/gru-layer.ts';
import { compareDerived, type Derived } from './pytorch/derived.ts';
import { type GivenModule, run } from './pytorch/module.ts';

interface ThirdPartyCase extends Case, OnnxRnn {
  features: string[];
  recommended_atol: number;
  /** The case in PyTorch's terms, where it has such a layer. */
  torch?: GivenModule & { expected: Record<string, Encoded>; derived: Derived };
}

/** Numbers that stand in other projects' tests. */
export function checkThirdParty(one: ThirdPartyCase): Outcome {
  if (one.torch) return checkLayer(one.torch, one.recommended_atol);
  return firstFailure(waysOf(one).map((outputsOf) => checkOnnxRnn(one, outputsOf)));
}

function checkLayer(
  { expected, derived, ...given }: NonNullable<ThirdPartyCase['torch']>,
  atol: number,
): Outcome {
  const { results, leaves } = run(given);
  return firstFailure([
    compareNamed(results, expected, within(atol, 0)),
    compareDerived(results, leaves, derived),
  ]);
}

type OutputsOf = (one: OnnxRnn, inputs: Tensors) => Tensors;

/** Composed of ops, which can do everything, and by the layer that PyTorch does not have, if it can. */
function waysOf({ features }: ThirdPartyCase): OutputsOf[] {
  const ofLayer = ['gru_reset_before', 'lengths', 'zero_length', 'reverse', 'bidirectional'];
  return features.every((feature) => ofLayer.includes(feature)) ? [composed, gruLayer] : [composed];
}

/** The outputs, and the gradient by everything but the lengths. */
function checkOnnxRnn(one: ThirdPartyCase, outputsOf: OutputsOf): Outcome {
  const { sequence_lens, ...inputs } = decodeAll(one.onnx.inputs);
  const named = (xs: Tensor[]) => Object.fromEntries(Object.keys(inputs).map((name, i) => [name, xs[i]]));
  const outputs = (...xs: Tensor[]) => outputsOf(one, { sequence_lens, ...named(xs) });
  const given = Object.values(inputs);
  return firstFailure([
    compareNamed(outputs(...given), one.onnx.outputs, within(one.recommended_atol, 0)),
    checkAlongLines((...xs) => Object.values(outputs(...xs)), given),
  ]);
}
