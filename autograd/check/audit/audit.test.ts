import { describe, expect, it } from 'vitest';
import { audit } from './audit.ts';
import type { Case } from './case.ts';
import { suite } from './suite.ts';

const SEEDS = Array.from({ length: 20 }, (_, k) => k + 1);
const kinds = [...new Set(suite.map(({ kind }) => kind))];

describe('the suite', () => {
  it('has 30 right backwards, and 8 wrong ones of each kind', () => {
    const count = (kind: Case['kind']) => suite.filter((one) => one.kind === kind).length;
    expect(count('right')).toBeGreaterThanOrEqual(30);
    for (const kind of kinds) expect(count(kind)).toBeGreaterThanOrEqual(8);
  });

  it('names each case once', () => {
    const names = suite.map(({ kind, name }) => `${kind}: ${name}`);
    expect(names).toHaveLength(new Set(names).size);
  });

  it.each(kinds)(
    '%s: no false failure, no false pass, nothing misnamed on any seed',
    (kind) => {
      const [tally] = audit(
        suite.filter((one) => one.kind === kind),
        SEEDS,
      );
      expect([...tally.falseFailures, ...tally.falsePasses, ...tally.misnamed]).toEqual([]);
    },
    60_000,
  );
});

describe('the audit counts', () => {
  const right = suite.filter(({ name }) => name === 'tanh').slice(0, 1);
  const wrong = suite.filter(({ name }) => name === '0 for b');
  const as = (cases: Case[], kind: Case['kind'], expected: Case['expected']) =>
    audit(
      cases.map((one) => ({ ...one, kind, expected })),
      [1, 2],
    )[0];

  it('a right backward that does not pass as a false failure', () =>
    expect(as(wrong, 'right', ['pass']).falseFailures).toHaveLength(2));
  it('a wrong one that passes as a false pass', () =>
    expect(as(right, 'wrong', ['fail: wrong']).falsePasses).toHaveLength(2));
  it('a wrong one that is called something else as misnamed', () =>
    expect(as(wrong, 'kink', ['inconclusive: kink']).misnamed).toHaveLength(2));
});
