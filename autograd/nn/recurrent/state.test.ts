import { expect, it } from 'vitest';
import { randn, seededRng } from '#autograd';
import { carry, LSTM } from '#autograd/nn';
import { expectCloseStates } from './testing/close.ts';

it('carry gives the same numbers, and ends the graph', () => {
  const rng = seededRng(1);
  const lstm = new LSTM(2, 3, { rng });
  const { state } = lstm.forward(randn([4, 1, 2], rng));
  const carried = carry(state);
  expectCloseStates(carried, state, 0);
  expect([state.h, carried.h, carried.c].map((x) => x.requiresGrad)).toEqual([true, false, false]);
});
