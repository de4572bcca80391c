import { describe, expect, it } from 'vitest';
import { within } from './time-limit.ts';

const spin = () => {
  for (;;);
};

/** Waits without working, as a process does that a busy machine passes over. */
function stall(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

describe('a limit of processor time', () => {
  it('gives what the work gives', () => {
    expect(within(100, () => 7, spin)).toBe(7);
  });

  it('passes on what the work throws, after a reset', () => {
    let resets = 0;
    const work = () => {
      throw new TypeError('mine');
    };
    expect(() => within(100, work, () => resets++)).toThrow('mine');
    expect(resets).toBe(1);
  });

  it('stops work that never ends', () => {
    expect(() => within(50, spin, () => {})).toThrow(
      expect.objectContaining({ code: 'ERR_SCRIPT_EXECUTION_TIMEOUT' }),
    );
  });

  it('begins again when the time passed without work', () => {
    let runs = 0;
    const work = () => {
      if (++runs === 1) for (let i = 0; i < 100; i++) stall(2);
      return runs;
    };
    expect(within(100, work, () => {})).toBe(2);
  });
});
