import { instance } from '@viz-js/viz';
import { describe, expect, it } from 'vitest';
import { matmul, mul, sum, type Tensor, tanh, tensor, toDot, toMermaid, Value, zeros } from '#autograd';

const leaf = (nested: Parameters<typeof tensor>[0]) => tensor(nested, { requiresGrad: true });

function neuron() {
  const [x, w, b] = [new Value(2), new Value(-0.5), new Value(0.25)];
  const y = w.mul(x).add(b).tanh();
  y.backward();
  return { y, names: { x, w, b, y } };
}

describe('a drawing of values', () => {
  it('shows ops, values, gradients, and the slope along every arrow', () => {
    const { y, names } = neuron();
    expect(toMermaid(y, { names })).toBe(
      [
        'flowchart TD',
        '  v0(["w<br/>value -0.5<br/>grad 1.193"])',
        '  v1(["x<br/>value 2<br/>grad -0.2983"])',
        '  v2["mul<br/>value -1<br/>grad 0.5966"]',
        '  v3(["b<br/>value 0.25<br/>grad 0.5966"])',
        '  v4["add<br/>value -0.75<br/>grad 0.5966"]',
        '  v5["y = tanh<br/>value -0.6351<br/>grad 1"]',
        '  v0 -- "slope 2" --> v2',
        '  v1 -- "slope -0.5" --> v2',
        '  v2 -- "slope 1" --> v4',
        '  v3 -- "slope 1" --> v4',
        '  v4 -- "slope 0.5966" --> v5',
        '',
      ].join('\n'),
    );
  });

  it('has a box once, however often it is used', () => {
    const x = new Value(3);
    expect(toDot(x.mul(x)).match(/shape=/g)).toHaveLength(2);
  });
});

describe('a drawing of tensors', () => {
  const x = tensor([[1, 2]]);
  const w = leaf([[3], [-2]]);
  const loss = sum(tanh(matmul(x, w)).mul(2));

  it('shows shapes, numbers or their range, and what backward would bring', () => {
    const lines = toMermaid(loss, { names: { x, w, loss } }).split('\n');
    expect(lines.slice(1, 4)).toEqual([
      '  t0[/"x [1, 2]<br/>value [1, 2]"/]',
      '  t1(["w [2, 1]<br/>value [3, -2]<br/>grad [0.8399, 1.68]"])',
      '  t2["matmul [1, 1]<br/>value [-1]<br/>grad [0.8399]"]',
    ]);
    expect(toMermaid(sum(leaf([1, 2, 3, 4, 5])))).toContain('[5]<br/>value 1 … 5<br/>grad 1 … 1');
  });

  it('leaves gradients out where there is no single number to differentiate', () => {
    expect(toMermaid(mul(w, 2))).not.toContain('grad');
    expect(toMermaid(zeros([0]))).toContain('[0]<br/>value []');
  });

  it('changes no gradient', () => {
    toDot(loss);
    expect(w.grad).toBeNull();
  });

  it('escapes what the languages give a meaning', () => {
    const names = { 'a "quoted" <b>\\': x as Tensor };
    expect(toMermaid(x, { names })).toContain('a #34;quoted#34; #60;b#62;\\');
    expect(toDot(x, { names })).toContain('a \\"quoted\\" <b>\\\\ [1, 2]');
  });

  it('comes out of Graphviz as SVG', async () => {
    const svg = (await instance()).renderString(toDot(loss, { names: { w, 'a "b"': x } }), { format: 'svg' });
    expect(svg.match(/<g id="node/g)).toHaveLength(7);
    expect(svg).toContain('matmul [1, 1]');
  });

  it('refuses a graph that is no picture any more', () => {
    let y = w;
    for (let i = 0; i < 600; i++) y = tanh(y);
    expect(() => toDot(y)).toThrow('draw: the graph has more than 500 boxes.');
  });
});
