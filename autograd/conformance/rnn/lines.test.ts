import { describe, expect, it } from 'vitest';
import { mul, ones, type Tensor, tanh, tensor, zerosLike } from '#autograd';
import { customOp } from '#autograd/extend';
import { passed } from '../case.ts';
import { checkAlongLines } from './lines.ts';

const inputs = [tensor([0.3, -0.2]), tensor([0.5, 0.1])];

describe('along lines', () => {
  it('a right gradient passes, and that of a constant', () => {
    expect(checkAlongLines((x, y) => [mul(tanh(x), y)], inputs)).toEqual(passed);
    expect(checkAlongLines((x, y) => [zerosLike(mul(x, y)), ones([1])], inputs)).toEqual(passed);
  });

  it('a gradient that is wrong in one entry fails, and one that is cut off', () => {
    const bent = customOp<[x: Tensor]>({
      name: 'bent',
      forward: (x) => tanh(x),
      vjp: (dy, y) => mul(dy, mul(tensor([1, 1.001]), mul(y, y).neg().add(1))),
    });
    expect(checkAlongLines((x, y) => [mul(bent(x), y)], inputs)).toMatchObject({ kind: 'failed' });
    expect(checkAlongLines((x, y) => [mul(x.detach(), y)], inputs)).toMatchObject({ kind: 'failed' });
  });
});
