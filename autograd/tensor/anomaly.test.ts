import { describe, expect, it } from 'vitest';
import { detectAnomaly, exp, grad, log, mul, sqrt, sub, sum, tensor } from '#autograd';

const leaf = (nested: Parameters<typeof tensor>[0]) => tensor(nested, { requiresGrad: true });

/** The message of what `f` throws, with the line number of a place in this file as `HERE + n`. */
function messageOf(f: () => unknown): string {
  try {
    detectAnomaly(f);
  } catch (error) {
    return (error as Error).message;
  }
  return 'nothing was thrown';
}

/** Line and column in a source map may shift, so the file is what is compared, and that there is a line. */
const inThisFile = /anomaly\.test\.ts:\d+:\d+/;

describe('detectAnomaly', () => {
  it('names the op and the line that made the first infinity', () => {
    const x = tensor([[1, 2, 0]]);
    const message = messageOf(() => mul(log(x), 0));
    expect(message).toContain('log: the result holds -Infinity at [0, 2] (of [1, 3])');
    expect(message).toMatch(inThisFile);
  });

  it('finds the line through methods and ops that are made of others', () => {
    expect(messageOf(() => tensor([1e308]).mul(10))).toMatch(inThisFile);
    expect(messageOf(() => tensor([[1e308, 1e308]]).mean(1))).toMatch(inThisFile);
  });

  it('tells a NaN that came in with the data from one that was made', () => {
    const message = messageOf(() => sub(tensor([1]), tensor([Number.NaN])));
    expect(message).toContain('sub: the result holds NaN at [0]');
    expect(message).toContain('Input 2 was not finite when it came in');
  });

  it('names the op whose backward made it, and where that op was called', () => {
    const x = leaf([4, 0]);
    const message = messageOf(() => sum(sqrt(x)).backward());
    expect(message).toContain('sqrt: its backward gave an input a gradient that holds Infinity at [1]');
    expect(message).toMatch(inThisFile);
  });

  it('sees a sum of gradients overflow', () => {
    const x = leaf([0]);
    const message = messageOf(() => sum(mul(x, 1e308).add(mul(x, 1e308))).backward());
    expect(message).toContain('mul: its backward gave an input a gradient that holds Infinity at [0]');
  });

  it('keeps the line of the op in a second backward', () => {
    const x = leaf(1e-250);
    const message = messageOf(() => {
      const [slope] = grad(sqrt(x), [x], { createGraph: true }); // 5e124, and the next is -2.5e374
      return grad(slope, [x]);
    });
    expect(message).toContain('its backward gave an input a gradient that holds');
    expect(message).toMatch(inThisFile);
  });

  it('says so when the op ran outside', () => {
    const y = sum(sqrt(leaf([0])));
    expect(messageOf(() => y.backward())).toContain('called at a line outside detectAnomaly');
  });

  it('returns what the function returns, and is off again afterwards', () => {
    expect(detectAnomaly(() => exp(tensor(0)).item())).toBe(1);
    expect(messageOf(() => log(tensor(0)))).toContain('log');
    expect(log(tensor(0)).item()).toBe(Number.NEGATIVE_INFINITY);
  });
});
