import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { topologicalOrder, Value } from '#autograd';
import { numericalDerivative } from '#autograd/check';

const slopeAt = (f: (x: Value) => Value, at: number) => {
  const x = new Value(at);
  f(x).backward();
  return x.grad;
};

describe('Value', () => {
  const operations: Record<string, (x: Value) => Value> = {
    'x + x': (x) => x.add(x),
    'x - 3': (x) => x.sub(3),
    '3 - x': (x) => new Value(3).sub(x),
    'x * x': (x) => x.mul(x),
    'x / 3': (x) => x.div(3),
    '3 / x': (x) => new Value(3).div(x),
    'x^-1.5': (x) => x.pow(-1.5),
    '-x': (x) => x.neg(),
    'e^x': (x) => x.exp(),
    'tanh x': (x) => x.tanh(),
    'relu x': (x) => x.relu(),
  };

  for (const [name, f] of Object.entries(operations)) {
    it(`${name} has the slope of central differences`, () => {
      const property = (at: number) => {
        const { value, error } = numericalDerivative((t) => f(new Value(t)).data, at);
        expect(Math.abs(slopeAt(f, at) - value)).toBeLessThanOrEqual(10 * error + 1e-9 * Math.abs(value));
      };
      fc.assert(fc.property(fc.double({ min: 0.5, max: 3, noNaN: true }), property), { numRuns: 20 });
    });
  }

  it('has slope 0 at 0 for relu and x⁰, 1 for x¹', () => {
    expect(slopeAt((x) => x.relu(), 0)).toBe(0);
    expect(slopeAt((x) => x.pow(0), 0)).toBe(0);
    expect(slopeAt((x) => x.pow(1), 0)).toBe(1);
  });

  it('agrees with the example of micrograd', () => {
    const [a, b] = [new Value(-4), new Value(2)];
    let c = a.add(b);
    let d = a.mul(b).add(b.pow(3));
    c = c.add(c).add(1);
    c = c.add(1).add(c).sub(a);
    d = d.add(d.mul(2)).add(b.add(a).relu());
    d = d.add(d.mul(3)).add(b.sub(a).relu());
    const f = c.sub(d).pow(2);
    const g = f.div(2).add(new Value(10).div(f));
    g.backward();
    expect([g.data, a.grad, b.grad].map((x) => x.toFixed(4))).toEqual(['24.7041', '138.8338', '645.5773']);
  });

  it('adds up in leaves over calls, and holds the last pass between', () => {
    const x = new Value(3);
    const square = x.mul(x);
    const y = square.mul(2);
    y.backward();
    y.backward();
    expect([x.grad, square.grad, y.grad]).toEqual([24, 2, 1]);
  });

  it('comes through a chain of a million nodes', () => {
    const x = new Value(1);
    let y = x;
    for (let i = 0; i < 1_000_000; i++) y = y.add(x);
    y.backward();
    expect(x.grad).toBe(1_000_001);
  });
});

describe('topologicalOrder', () => {
  it('has every node once, operands before users, the root last', () => {
    const choices = fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 30 });
    const property = (pairs: [number, number][]) => {
      const nodes = [new Value(1)];
      for (const [i, j] of pairs) nodes.push(nodes[i % nodes.length].add(nodes[j % nodes.length]));
      const order = topologicalOrder(nodes.at(-1)!);
      const place = new Map(order.map((node, at) => [node, at]));
      expect(place.size).toBe(order.length);
      for (const node of order)
        for (const x of [node.a, node.b]) if (x) expect(place.get(x)).toBeLessThan(place.get(node)!);
      expect(order.at(-1)).toBe(nodes.at(-1));
    };
    fc.assert(fc.property(choices, property));
  });
});
