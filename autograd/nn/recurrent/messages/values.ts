import { message } from '../../../tensor/errors.ts';

export function noState(where: string, part: string, parts: readonly string[]): TypeError {
  return new TypeError(
    message(where, `the state has no tensor ${part}.`, `It is an object { ${parts.join(', ')} }.`),
  );
}

export function badProjection(projSize: number, hiddenSize: number): RangeError {
  return new RangeError(
    message(
      'LSTM',
      `projSize is ${projSize}, hiddenSize ${hiddenSize}.`,
      'A projection has fewer features than it projects; 0 is none.',
    ),
  );
}

export function badForgetBias(forgetBias: number): RangeError {
  return new RangeError(
    message('LSTM', `forgetBias is ${forgetBias}, but there are no biases.`, 'Leave out { bias: false }.'),
  );
}

export function badLayers(where: string, numLayers: number): RangeError {
  return new RangeError(message(where, `numLayers is ${numLayers}.`, 'It takes an integer of 1 or more.'));
}

export function badProbability(where: string, option: string, p: number): RangeError {
  return new RangeError(
    message(
      where,
      `${option} is ${p}, which is no probability.`,
      'It takes p from 0 (nothing is dropped) to 1 (all).',
    ),
  );
}
