import { describe, expect, it } from 'vitest';
import { seededRng, sum } from '#autograd';
import { Adam, cosine } from '#autograd/optim';
import { fit } from '#autograd/train';
import { numbers } from './reverse.ts';
import { linesOfAttention, linesOfNumbers } from './reverse-shown.ts';
import { Reverser } from './reverser.ts';
import { spokenNumber } from './spoken-numbers.ts';

const { train, test } = numbers();
const some = [42, 700, 13_005].map(spokenNumber);

describe('a reverser', () => {
  it('looks with a weight of 1 for each digit, and not behind the last word', () => {
    const model = new Reverser(train, true, seededRng(1));
    const weights = model.write(some).weights!;
    expect([weights.shape[0], weights.shape[2]]).toEqual([3, 3]);
    const looked = weights.toArray() as number[][][];
    expect(looked[0].every((row) => row[2] === 0)).toBe(true);
    for (const total of sum(weights, 2).storage) expect(total).toBeCloseTo(1, 12);
    expect(new Reverser(train, false, seededRng(1)).write(some).weights).toBeNull();
  });

  it('has the same loss for a number alone and beside longer ones', () => {
    const model = new Reverser(train, true, seededRng(1));
    const [alone, others] = [model.loss(some.slice(0, 1)), model.loss(some.slice(1))].map((loss) =>
      loss.item(),
    );
    // with its end, a number of d digits counts d + 1 times
    expect(model.loss(some).item()).toBeCloseTo((3 * alone + 10 * others) / 13, 12);
  });

  it('learns a few numbers by heart, fed by itself', () => {
    const rng = seededRng(1);
    const model = new Reverser(train, true, rng);
    const own = () => false;
    fit({
      model,
      rng,
      optimizer: new Adam(model.parameters(), { lr: 0.02 }),
      schedule: cosine({ steps: 40 }),
      epochs: 40,
      batches: () => [some],
      loss: (batch) => model.loss(batch, own),
    });
    expect(model.write(some).digits).toEqual(some.map(({ digits }) => digits));
  });
});

describe('what is shown of it', () => {
  it('are numbers with their verdict, and what is right', () => {
    const lines = linesOfNumbers(some, [['2', '4'], ['7'], some[2].digits]);
    expect(lines.filter((line) => /[✓✗]/.test(line))).toEqual([
      '  2 4           ✓  forty two',
      '  7             ✗  seven hundred (0 0 7)',
      '  5 0 0 3 1     ✓  thirteen thousand five',
      '  7             ✗  seven hundred (0 0 7)',
    ]);
    expect(lines).toContain('Of all 3 it has 1 wrong, such as');
  });

  it('is a map with a row for each digit and the end', () => {
    const lines = linesOfAttention(test, new Reverser(train, true, seededRng(1)));
    expect(lines[2].trim().split(' ').length).toBeGreaterThanOrEqual(8);
    expect(lines.length).toBeLessThanOrEqual(3 + 7);
  });
});
