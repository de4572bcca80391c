import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRng } from '#autograd';
import { NGram } from './n-gram.ts';

const words = (text: string) => text.split(' ').map((word) => [...word]);
const sequences = fc.array(fc.array(fc.constantFrom('a', 'b', 'c', ' ')), { minLength: 1, maxLength: 8 });
const order = fc.integer({ min: 1, max: 4 });

describe('an n-gram model', () => {
  it('gives probabilities that sum to 1 after whatever came before, seen or not', () => {
    fc.assert(
      fc.property(sequences, order, fc.array(fc.constantFrom('a', 'b', 'z')), (seen, n, before) => {
        const model = new NGram(n).fit(seen);
        const sum = model
          .tokens()
          .reduce((total, token) => total + model.probability(token, ['<bos>', ...before]), 0);
        expect(sum).toBeCloseTo(1, 12);
      }),
    );
  });

  it('follows Witten and Bell: one context, by hand', () => {
    const model = new NGram(2).fit([['a', 'b'], ['a']]);
    // tokens a, b, end: 1/3 each; after nothing: a 2, b 1, end 2 of 5, 3 kinds
    const end = (2 + 3 / 3) / (5 + 3);
    const b = (1 + 3 / 3) / (5 + 3);
    expect(model.probability('<eos>', ['<bos>', 'a'])).toBeCloseTo((1 + 2 * end) / (2 + 2), 12);
    expect(model.probability('b', ['<bos>', 'a'])).toBeCloseTo((1 + 2 * b) / (2 + 2), 12);
  });

  it('looks back order - 1 tokens and no further', () => {
    fc.assert(
      fc.property(sequences, order, (seen, n) => {
        const model = new NGram(n).fit(seen);
        const near = new Array(n - 1).fill('a');
        for (const token of model.tokens())
          expect(model.probability(token, ['b', ...near])).toBe(
            model.probability(token, ['c', 'c', ...near]),
          );
      }),
    );
  });

  it('gives a sequence the product of what it gives its tokens and the end', () => {
    const model = new NGram(3).fit(words('anna hanna nan'));
    const [a, n, end] = [
      model.probability('a', ['<bos>']),
      model.probability('n', ['<bos>', 'a']),
      model.probability('<eos>', ['<bos>', 'a', 'n']),
    ];
    expect(model.logProbability(['a', 'n'])).toBeCloseTo(Math.log(a * n * end), 12);
    expect(model.bitsPerToken([['a', 'n']])).toBeCloseTo(-Math.log2(a * n * end) / 3, 12);
  });

  it('costs 1 bit a token where two come by chance', () => {
    const rng = seededRng(1);
    const coins = Array.from({ length: 40 }, () =>
      Array.from({ length: 100 }, () => (rng() < 0.5 ? 'a' : 'b')),
    );
    expect(new NGram(1).fit(coins).bitsPerToken(coins)).toBeCloseTo(1, 0);
  });

  it('has no probability for a token that it never saw', () => {
    expect(new NGram(2).fit(words('ab')).logProbability(['z'])).toBe(Number.NEGATIVE_INFINITY);
  });

  it('forgets what an earlier fit counted', () => {
    const again = new NGram(2).fit(words('xyz')).fit(words('ab'));
    expect(again.logProbability(['a', 'b'])).toBe(new NGram(2).fit(words('ab')).logProbability(['a', 'b']));
  });

  it('has an order of 1 or more', () => {
    for (const n of [0, 1.5, Number.NaN]) expect(() => new NGram(n)).toThrow(`1 or more, not ${n}`);
  });
});

describe('what it writes', () => {
  it('comes as often as its probability says', () => {
    const model = new NGram(2).fit(words('ab ab a'));
    const rng = seededRng(1);
    const count = 4000;
    const found = Array.from({ length: count }, () => model.generate(rng).join(''));
    for (const word of ['a', 'ab', '']) {
      const p = Math.exp(model.logProbability([...word]));
      const deviation = Math.sqrt((p * (1 - p)) / count);
      expect(Math.abs(found.filter((one) => one === word).length / count - p)).toBeLessThan(4 * deviation);
    }
  });

  it('repeats for a seed', () => {
    const model = new NGram(3).fit(words('anna hanna nan'));
    const list = (seed: number) => {
      const rng = seededRng(seed);
      return Array.from({ length: 20 }, () => model.generate(rng).join(''));
    };
    expect(list(1)).toEqual(list(1));
    expect(list(1)).not.toEqual(list(2));
  });
});
