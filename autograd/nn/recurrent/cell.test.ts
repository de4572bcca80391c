import { describe, expect, it } from 'vitest';
import { ones, randn, seededRng, select, tensor, zeros } from '#autograd';
import { gradcheck } from '#autograd/check';
import { LSTMCell, RNNCell } from '#autograd/nn';
import { mapState } from './state.ts';
import { EVERY_CELL } from './testing/cells.ts';
import { expectCloseStates } from './testing/close.ts';
import { asFunction } from './testing/parameters.ts';

const rng = seededRng(1);

describe.each(Object.entries(EVERY_CELL))('%s', (_, make) => {
  const cell = make(3, 2, { rng });
  const parts = Object.keys(cell.sizes);
  const x = randn([4, 3], rng);
  const state = mapState(cell.forward(x), (part) => randn(part.shape, rng));
  const { h } = state;

  it.each([true, false])('has the right gradients (bias: %s)', (bias) => {
    const small = make(2, 2, { rng, bias });
    const mask = tensor([[0], [2]]);
    const given = Object.values(mapState(small.forward(zeros([2, 2])), (part) => randn(part.shape, rng)));
    const f = asFunction(small, (one, [input, ...remembered]) => {
      const before = Object.fromEntries(parts.map((part, i) => [part, remembered[i]])) as typeof state;
      return one.forward(input, before, mask.expand(before.h.shape));
    });
    const inputs = [...small.parameters(), randn([2, 2], rng), ...given];
    expect(gradcheck(f, inputs)).toMatchObject({ verdict: 'pass' });
  });

  it('starts from zeros', () => {
    const nothing = mapState(state, (part) => zeros(part.shape));
    expectCloseStates(cell.forward(x), cell.forward(x, nothing), 0);
  });

  it('gives a single sequence what it gives that row of a batch', () => {
    const row = cell.forward(
      select(x, 0, 1),
      mapState(state, (part) => select(part, 0, 1)),
    );
    const rows = cell.forward(x, state);
    expectCloseStates(
      row,
      mapState(rows, (part) => select(part, 0, 1)),
      1e-15,
    );
  });

  it('is not changed by a mask of ones', () => {
    expectCloseStates(cell.forward(x, state, ones(h.shape)), cell.forward(x, state), 0);
  });

  it('that sees nothing of the past through a mask of zeros has no gradient in weight_hh', () => {
    cell.forward(x, state, zeros(h.shape)).h.sum().backward();
    expect(cell.weight_hh.grad!.abs().max().item()).toBe(0);
  });

  it('refuses what does not fit', () => {
    const name = cell.constructor.name;
    expect(() => cell.forward(zeros([4, 2]))).toThrow(`${name}: x is [4, 2].\n  It takes [N, 3] or [3].`);
    expect(() => cell.forward(zeros([1, 4, 3]))).toThrow(`${name}: x is [1, 4, 3].`);
    expect(() => cell.forward(zeros([]))).toThrow(`${name}: x is [].`);
    expect(() =>
      cell.forward(
        x,
        mapState(state, (part) => select(part, 0, 0)),
      ),
    ).toThrow(`${name}: the state's h is [${h.shape[1]}], not [4, ${h.shape[1]}].`);
    expect(() =>
      cell.forward(
        x,
        mapState(state, (part) => part.slice(0, 0, 1)),
      ),
    ).toThrow('not broadcast');
    expect(() => cell.forward(x, {} as typeof state)).toThrow(`${name}: the state has no tensor h.`);
    expect(() => cell.forward(x, state, ones([1, h.shape[1]]))).toThrow(`${name}: the mask is [1, `);
  });
});

describe('a new cell', () => {
  it('is uniform within 1/√H in all its parameters', () => {
    const made = new LSTMCell(50, 25, { rng, projSize: 20 });
    expect(Object.keys(made.namedParameters())).toEqual([
      'weight_ih',
      'weight_hh',
      'bias_ih',
      'bias_hh',
      'weight_hr',
    ]);
    for (const parameter of made.parameters()) {
      expect(parameter.abs().max().item()).toBeLessThan(0.2);
      expect(parameter.abs().max().item()).toBeGreaterThan(0.18);
      expect(Math.abs(parameter.mean().item())).toBeLessThan(0.05);
    }
  });

  it('is of the dtype that was asked for', () => {
    const made = new RNNCell(2, 3, { rng, dtype: 'float32' });
    expect(made.forward(zeros([1, 2], { dtype: 'float32' })).h.dtype).toBe('float32');
  });
});
