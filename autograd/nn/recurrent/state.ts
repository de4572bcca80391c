import { type DType, type Shape, type Tensor, zeros } from '#autograd';

/** What an RNN or a GRU remembers: h [N, H]. */
export type HiddenState = { h: Tensor };

/** What an LSTM remembers: what it shows, h [N, P or H], and the memory cell behind it, c [N, H]. */
export type LstmState = { h: Tensor; c: Tensor };

export type State = HiddenState | LstmState;

/** The number of features of each part of a state. */
export type Sizes<S extends State> = { readonly [part in keyof S]: number };

/** A state with `f` of each part. */
export function mapState<S extends State>(state: S, f: (x: Tensor, part: string) => Tensor): S {
  return Object.fromEntries(Object.entries(state).map(([part, x]) => [part, f(x, part)])) as S;
}

/** A state whose parts are `f` of those of all the states. */
export function mergeStates<S extends State>(states: readonly S[], f: (xs: Tensor[]) => Tensor): S {
  return mapState(states[0], (_, part) => f(states.map((state) => state[part as keyof S] as Tensor)));
}

/** The state before anything was seen: zeros [...lead, size]. */
export function zeroState<S extends State>(sizes: Sizes<S>, lead: Shape, dtype: DType): S {
  const parts = Object.entries<number>(sizes).map(([part, size]) => [
    part,
    zeros([...lead, size], { dtype }),
  ]);
  return Object.fromEntries(parts) as S;
}

/**
 * The same numbers outside the graph: the next window of a long sequence starts from them, and `backward` stops there
 * (truncated back-propagation through time).
 *
 * @param state what a cell or a layer gave
 * @example
 * const layer = new RNN(2, 3, { rng: seededRng(1) });
 * const { state } = layer.forward(zeros([5, 1, 2]));
 * carry(state).h.requiresGrad; // false
 */
export function carry<S extends State>(state: S): S {
  return mapState(state, (x) => x.detach());
}
