import { message } from '../../tensor/errors.ts';

export function outOfRange(where: string, name: string, value: unknown, range: string): RangeError {
  const found = Array.isArray(value) ? `[${value.join(', ')}]` : `${value}`;
  return new RangeError(message(where, `${name} is ${found}.`, `It takes ${range}.`));
}

export function nesterovWithoutMomentum(momentum: number, dampening: number): RangeError {
  return new RangeError(
    message(
      'SGD',
      `nesterov looks ahead along the momentum, but momentum is ${momentum} and dampening ${dampening}.`,
      'It takes a momentum above 0, such as 0.9, and no dampening.',
    ),
  );
}
