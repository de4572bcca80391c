import type { Tensor } from '#autograd';
import { shapeError, show } from '../../tensor/errors.ts';

/** How many numbers each output is made of, and how many outputs each input goes into. */
export interface Fans {
  fanIn: number;
  fanOut: number;
}

/** Of weights [out, in], or [out, in, …] that are applied at many places, as in a convolution. */
export function fansOf(where: string, { shape }: Tensor): Fans {
  const [fanOut, fanIn, ...places] = shape;
  if (fanIn === undefined)
    throw shapeError(where, `the weights are ${show(shape)}.`, 'It takes [out, in]; a bias may stay 0.');
  const area = places.reduce((product, n) => product * n, 1);
  return { fanIn: fanIn * area, fanOut: fanOut * area };
}
