import { select, stack, type Tensor, unsqueeze, where } from '#autograd';

export type Activation = (x: Tensor) => Tensor;

/** h [N, H], and with it c [N, H] of an LSTM. */
export type State = Record<string, Tensor>;

/** From the state before the input x [N, I] to that after it. */
export type Step = (x: Tensor, state: State) => State;

/** The state after each step along x [T, N, I]. Where `kept` [T, N] is 0, it stays as it was. */
export function walk(step: Step, x: Tensor, first: State, kept?: Tensor): State[] {
  let state = first;
  return Array.from({ length: x.shape[0] }, (_, t) => {
    const next = step(select(x, 0, t), state);
    state = kept ? chosen(unsqueeze(select(kept, 0, t), 1), next, state) : next;
    return state;
  });
}

/** h of every step along a new axis. */
export function hsOf(states: readonly State[], axis: number): Tensor {
  return stack(
    states.map(({ h }) => h),
    axis,
  );
}

function chosen(condition: Tensor, next: State, before: State): State {
  const parts = Object.keys(next).map((part) => [part, where(condition, next[part], before[part])]);
  return Object.fromEntries(parts);
}
