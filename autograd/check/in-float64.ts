import { Tensor } from '../tensor/tensor.ts';
import { run } from './run.ts';
import { dtypeOf, type Trial } from './trial.ts';

/**
 * The trial with its forward in float64, where f allows it, so that differences of a float32 function are exact. The
 * gradients stay as they are. f does not allow it if it holds float32 tensors of its own, or always gives float32.
 */
export function inFloat64(trial: Trial): Trial {
  if (dtypeOf(trial) === 'float64') return trial;
  const inputs = trial.inputs.map(toFloat64);
  const outputs = outputsIn64(trial, inputs);
  if (outputs === null) return trial;
  return { ...trial, inputs, outputs, cotangents: trial.cotangents.map(toFloat64) };
}

function outputsIn64({ f }: Trial, inputs: readonly Tensor[]): readonly Tensor[] | null {
  try {
    const { outputs } = run(f, inputs);
    return outputs.every((y) => y.dtype === 'float64') ? outputs : null;
  } catch {
    return null;
  }
}

function toFloat64(x: Tensor): Tensor {
  return new Tensor(Float64Array.from(x.storage), x.shape);
}
