import { describe, expect, it } from 'vitest';
import { eye, matmul, seededRng, slice, type Tensor, transpose, zeros } from '#autograd';
import {
  forgetGateBias,
  heNormal,
  heUniform,
  normal,
  orthogonal,
  parameter,
  uniform,
  xavierNormal,
  xavierUniform,
} from '#autograd/nn';

const rng = seededRng(1);
const [OUT, IN] = [150, 100];

/** Every way to fill weights [150, 100], and the deviation of what it fills them with. */
const FILLED: Record<string, { fill: (w: Tensor) => Tensor; deviation: number; shape?: number[] }> = {
  uniform: { fill: (w) => uniform(w, 3, rng), deviation: Math.sqrt(3) },
  normal: { fill: (w) => normal(w, 3, rng), deviation: 3 },
  xavierUniform: { fill: (w) => xavierUniform(w, rng), deviation: Math.sqrt(2 / 250) },
  'xavierUniform with a gain': {
    fill: (w) => xavierUniform(w, rng, { gain: 5 / 3 }),
    deviation: (5 / 3) * Math.sqrt(2 / 250),
  },
  xavierNormal: { fill: (w) => xavierNormal(w, rng), deviation: Math.sqrt(2 / 250) },
  heUniform: { fill: (w) => heUniform(w, rng), deviation: Math.sqrt(2 / 100) },
  'heUniform by fan out': {
    fill: (w) => heUniform(w, rng, { mode: 'fanOut' }),
    deviation: Math.sqrt(2 / 150),
  },
  heNormal: { fill: (w) => heNormal(w, rng), deviation: Math.sqrt(2 / 100) },
  'heNormal with a gain': { fill: (w) => heNormal(w, rng, { gain: 1 }), deviation: Math.sqrt(1 / 100) },
  'heNormal of a convolution': {
    fill: (w) => heNormal(w, rng),
    deviation: Math.sqrt(2 / (25 * 4)),
    shape: [150, 25, 4],
  },
  'xavierNormal of a convolution': {
    fill: (w) => xavierNormal(w, rng),
    deviation: Math.sqrt(2 / ((150 + 25) * 4)),
    shape: [150, 25, 4],
  },
};

describe.each(Object.entries(FILLED))('%s', (name, { fill, deviation, shape = [OUT, IN] }) => {
  const w = fill(parameter(shape));
  const z = w.div(deviation);

  it('has mean 0 and the deviation it should have', () => {
    // 15000 numbers: 5 standard deviations of the mean, and more of the variance
    expect(Math.abs(z.mean().item())).toBeLessThan(0.041);
    expect(Math.abs(z.pow(2).mean().item() - 1)).toBeLessThan(0.06);
  });

  it(`is ${/uniform/i.test(name) ? 'within its bound, and comes near' : 'normal'}`, () => {
    const largest = z.abs().max().item();
    if (/uniform/i.test(name)) {
      expect(largest).toBeLessThanOrEqual(Math.sqrt(3));
      expect(largest).toBeGreaterThan(1.72);
    } else expect(z.pow(4).mean().item()).toBeCloseTo(3, 0);
  });

  it('fills in place, and training can go on', () => {
    const given = parameter(shape);
    expect(fill(given)).toBe(given);
    expect(given.requiresGrad).toBe(true);
  });
});

it.each(['xavierUniform', 'xavierNormal', 'heUniform', 'heNormal'])('%s refuses a bias', (name) => {
  const fill = { xavierUniform, xavierNormal, heUniform, heNormal }[name]!;
  expect(() => fill(zeros([3]), rng)).toThrow(
    `${name}: the weights are [3].\n  It takes [out, in]; a bias may stay 0.`,
  );
});

describe('orthogonal', () => {
  /** How far QᵀQ, or QQᵀ of a wide matrix, is from the identity. */
  function error(Q: Tensor): number {
    const [a, b] = Q.shape[0] < Q.shape[1] ? [Q, transpose(Q, 0, 1)] : [transpose(Q, 0, 1), Q];
    return matmul(a, b).sub(eye(a.shape[0])).abs().max().item();
  }

  it.each([[[5, 5]], [[40, 40]], [[7, 3]], [[3, 7]], [[1, 4]], [[4, 1]]])(
    'has rows or columns of length 1 at right angles: %j',
    (shape) => expect(error(orthogonal(zeros(shape), rng))).toBeLessThan(1e-12),
  );

  it.each([1, 3, 4])('is orthogonal in each of %d gates, which differ', (gates) => {
    const W = orthogonal(zeros([gates * 20, 20]), rng, { gates });
    const blocks = Array.from({ length: gates }, (_, gate) => slice(W, 0, gate * 20, (gate + 1) * 20));
    for (const block of blocks) expect(error(block)).toBeLessThan(1e-12);
    expect(new Set(blocks.map((block) => block.storage[0])).size).toBe(gates);
  });

  it('is orthogonal even where the drawn vectors are nearly parallel', () => {
    expect(error(orthogonal(zeros([6, 6]), () => 0.3 + 1e-6 * rng()))).toBeLessThan(1e-12);
  });

  it('is scaled by the gain', () => {
    expect(error(orthogonal(zeros([6, 6]), rng, { gain: 3 }).div(3))).toBeLessThan(1e-12);
  });

  it('has no preferred direction: entries have mean 0 and variance 1/n', () => {
    const drawn = Array.from({ length: 400 }, () => orthogonal(zeros([3, 3]), rng).storage);
    for (let k = 0; k < 9; k++) {
      const mean = drawn.reduce((sum, q) => sum + q[k], 0) / 400;
      const square = drawn.reduce((sum, q) => sum + q[k] ** 2, 0) / 400;
      expect(Math.abs(mean)).toBeLessThan(5 * Math.sqrt(1 / 3 / 400));
      expect(Math.abs(square - 1 / 3)).toBeLessThan(5 * Math.sqrt(4 / 45 / 400));
    }
  });

  it('fits in float32 as well', () => {
    const Q = orthogonal(zeros([8, 8], { dtype: 'float32' }), rng);
    expect(
      Q.matmul(transpose(Q, 0, 1))
        .sub(eye(8, 8, { dtype: 'float32' }))
        .abs()
        .max()
        .item(),
    ).toBeLessThan(1e-6);
  });

  it.each([
    [[6], 2],
    [[7, 2], 2],
    [[6, 2], 0],
  ] as const)('refuses %j in %d', (shape, gates) => {
    expect(() => orthogonal(zeros(shape), rng, { gates })).toThrow(
      `orthogonal: the weights are [${shape.join(', ')}], to be cut into ${gates}.`,
    );
  });
});

describe('forgetGateBias', () => {
  it('fills the second of four parts and no other', () => {
    expect(forgetGateBias(zeros([8]), 1).toArray()).toEqual([0, 0, 1, 1, 0, 0, 0, 0]);
  });

  it('refuses what has no four parts', () => {
    expect(() => forgetGateBias(zeros([6]), 1)).toThrow('forgetGateBias: the bias is [6].');
  });
});
