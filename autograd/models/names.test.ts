import { describe, expect, it } from 'vitest';
import { seededRng } from '#autograd';
import { Adam } from '#autograd/optim';
import { fit } from '#autograd/train';
import { NameWriter, parts } from './names.ts';
import { linesOfNames } from './names-shown.ts';

describe('the names', () => {
  it('are cut into parts that share none', () => {
    const { train, heldOut, test } = parts();
    const all = [...train, ...heldOut, ...test];
    expect(new Set(all).size).toBe(all.length);
    expect([heldOut.length, test.length].map((n) => Math.round((10 * n) / all.length))).toEqual([1, 1]);
  });
});

describe('a writer of names', () => {
  const examples = ['anna', 'hannah', 'otto', 'ava'];

  it('counts a name the same whatever longer name is beside it', () => {
    const model = new NameWriter(examples, seededRng(1)).eval();
    const tokens = examples.map(({ length }) => length + 1);
    const apart = examples.map((name, i) => tokens[i] * model.loss([name]).item());
    const together = model.loss(examples).item() * tokens.reduce((sum, n) => sum + n);
    expect(together).toBeCloseTo(
      apart.reduce((sum, n) => sum + n),
      10,
    );
  });

  it('learns four names by heart and writes them when it takes what is likely', { timeout: 20_000 }, () => {
    const rng = seededRng(2);
    const model = new NameWriter(examples, rng);
    const optimizer = new Adam(model.parameters(), { lr: 0.05 });
    fit({ model, optimizer, rng, epochs: 25, batches: () => [examples], loss: (batch) => model.loss(batch) });
    expect(examples).toContain(model.write(rng, 0.1));
  });
});

it('names are shown in columns, without those that were known', () => {
  const written = ['anna', 'zoro', 'zoro', ''];
  let i = 0;
  const lines = linesOfNames(() => written[i++ % 4], ['anna']);
  expect(lines.slice(0, 2)).toEqual(['temperature 0.5: 100 of 150 are new', '  Zoro']);
});
