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
