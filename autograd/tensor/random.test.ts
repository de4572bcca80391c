import { describe, expect, it } from 'vitest';
import { choice, randint, randn, randperm, seededRng } from '#autograd';

describe('seededRng', () => {
  it('gives these numbers for seed 1, today and always', () => {
    const rng = seededRng(1);
    expect([rng(), rng(), rng()]).toMatchInlineSnapshot(`
      [
        0.6270739405881613,
        0.002735721180215478,
        0.5274470399599522,
      ]
    `);
  });
});

describe('a generator that was stopped', () => {
  it('goes on from its state alone', () => {
    const rng = seededRng(5);
    rng();
    const other = seededRng(0);
    other.state = rng.state;
    expect([other(), other()]).toEqual([rng(), rng()]);
  });
});

describe('randn', () => {
  it('has mean 0 and variance 1', () => {
    const x = randn([20_000], seededRng(3));
    expect(Math.abs(x.mean().item())).toBeLessThan(0.02);
    expect(Math.abs(x.var().item() - 1)).toBeLessThan(0.03);
  });
});

describe('randint', () => {
  it('reaches every integer of its range alike, and no other', () => {
    const x = randint(-1, 2, [3000], seededRng(4));
    for (const k of [-1, 0, 1]) expect(Math.abs(x.eq(k).sum().item() - 1000)).toBeLessThan(100);
  });

  it('refuses an empty range', () => {
    expect(() => randint(2, 2, [1], seededRng(1))).toThrow('randint: there is no integer from 2 to below 2.');
  });
});

describe('randperm', () => {
  it('holds each integer once, in an order that the seed repeats', () => {
    const order = randperm(50, seededRng(9));
    expect(order.sort().values.toArray()).toEqual(Array.from({ length: 50 }, (_, i) => i));
    expect(order.toArray()).toEqual(randperm(50, seededRng(9)).toArray());
    expect(order.toArray()).not.toEqual(randperm(50, seededRng(8)).toArray());
  });
});

describe('choice', () => {
  it('follows the weights', () => {
    const rng = seededRng(2);
    const drawn = Array.from({ length: 4000 }, () => choice(['a', 'b', 'c'], rng, [1, 0, 3]));
    const share = (letter: string) => drawn.filter((one) => one === letter).length / 4000;
    expect([share('b'), Math.abs(share('c') - 0.75) < 0.03]).toEqual([0, true]);
  });

  it('refuses weights that leave nothing to choose', () => {
    const rng = seededRng(1);
    for (const weights of [[1], [0, 0], [1, -1], [1, Number.NaN]])
      expect(() => choice(['a', 'b'], rng, weights)).toThrow(
        'choice: takes one weight of 0 or more for each of 2 items',
      );
    expect(() => choice([], rng)).toThrow(RangeError);
  });
});
