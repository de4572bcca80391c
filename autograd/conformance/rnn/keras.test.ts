import { describe, expect, it } from 'vitest';
import { passed } from '../case.ts';
import { checkKeras } from './keras.ts';

const encoded = (shape: number[], ...data: (number | boolean)[]) => ({ shape, data });

/** h = tanh(0.5 x + 2 h), which is all of a layer with one unit and no bias. */
const after = (...xs: number[]) => xs.reduce((h, x) => Math.tanh(0.5 * x + 2 * h), 0);
const cfg = {
  units: 1,
  kernel_initializer: { Constant: 0.5 },
  recurrent_initializer: { Constant: 2 },
  bias_initializer: { Constant: 0 },
  use_bias: false,
};
const layer = { layer: 'SimpleRNN' as const, cfg };
const call = {
  id: 'rnn',
  x: encoded([1, 3, 1], 0.1, -0.2, 0.3),
  kw: {},
  prev: [],
  path: [] as [],
  atol: 1e-12,
  rtol: 0,
};
const check = (one: object, ...expected: number[]) =>
  checkKeras({ ...call, ...layer, expected: encoded([1, expected.length], ...expected), ...one });

describe("Keras's recurrent layers", () => {
  it('give their last h', () => {
    expect(check({}, after(0.1, -0.2, 0.3))).toEqual(passed);
    expect(check({}, after(0.1, -0.2, 0.3) + 1e-9)).toMatchObject({ kind: 'failed' });
  });

  it('leave out what the mask does, at the end and in between', () => {
    const masked = (...mask: boolean[]) => ({ kw: { mask: encoded([1, 3], ...mask) } });
    expect(check(masked(true, true, false), after(0.1, -0.2))).toEqual(passed);
    expect(check(masked(true, false, true), after(0.1, 0.3))).toEqual(passed);
    expect(check(masked(true, false, true), after(0.1, -0.2, 0.3))).toMatchObject({ kind: 'failed' });
  });

  it('show the h before a step that was left out, or 0', () => {
    const [first, last] = [after(0.1), after(0.1, 0.3)];
    const masked = (zero_output_for_mask: boolean) => ({
      cfg: { ...cfg, return_sequences: true, zero_output_for_mask },
      kw: { mask: encoded([1, 3], true, false, true) },
    });
    const shown = (...hs: number[]) => ({ expected: encoded([1, 3, 1], ...hs) });
    expect(check({ ...masked(false), ...shown(first, first, last) })).toEqual(passed);
    expect(check({ ...masked(true), ...shown(first, 0, last) })).toEqual(passed);
    expect(check({ ...masked(true), ...shown(first, first, last) })).toMatchObject({ kind: 'failed' });
  });

  it('go on from the call before', () => {
    const prev = [encoded([1, 1, 1], 0.7)];
    expect(check({ prev }, after(0.7, 0.1, -0.2, 0.3))).toEqual(passed);
    expect(check({ prev }, after(0.1, -0.2, 0.3))).toMatchObject({ kind: 'failed' });
  });

  it('go both ways', () => {
    const [there, back] = [after(0.1, -0.2, 0.3), after(0.3, -0.2, 0.1)];
    const both = (merge_mode: string | null) => ({ layer: 'Bidirectional', cfg: { layer, merge_mode } });
    expect(check(both('concat'), there, back)).toEqual(passed);
    expect(check(both('mul'), there * back)).toEqual(passed);
    expect(check({ ...both(null), path: ['out1'] }, back)).toEqual(passed);
    expect(check(both('concat'), there, there)).toMatchObject({ kind: 'failed' });
  });
});
