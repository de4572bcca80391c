import { seededRng, type Tensor } from '#autograd';
import { GRU, GRUCell, LSTM, LSTMCell, type Module, RNN, RNNCell } from '#autograd/nn';
import type { Encoded } from '../../decode.ts';
import { decodeAll, type Tensors } from '../../named.ts';

const CELLS = { RNNCell, LSTMCell, GRUCell };
const LAYERS = { RNN, LSTM, GRU };

/** A module of PyTorch with its parameters, and what it is given. */
export interface GivenModule {
  module: keyof typeof CELLS | keyof typeof LAYERS;
  ctor: { input_size: number; hidden_size: number } & Record<string, unknown>;
  params: Record<string, Encoded>;
  inputs: { input: Encoded; h0?: Encoded; c0?: Encoded };
  lengths?: number[] | null;
}

/** Its results by PyTorch's names, and the leaves they come from: parameters and inputs. */
export function run(given: GivenModule): { results: Tensors; leaves: Tensors } {
  const inputs = decodeAll(given.inputs as Record<string, Encoded>, true);
  const { input, ...initial } = inputs;
  const state = Object.keys(initial).length > 0 ? renamed(initial, (name) => name[0]) : undefined;
  const { module, results } = resultsOf(given, input, state);
  return { results, leaves: { ...module.namedParameters(), ...inputs } };
}

function resultsOf(
  { module: name, ctor, params, lengths }: GivenModule,
  input: Tensor,
  state?: Tensors,
): { module: Module; results: Tensors } {
  const { input_size, hidden_size, ...others } = ctor;
  const options = { ...renamed(others, camelCase), rng: seededRng(1) };
  if (name in CELLS) {
    const module = new CELLS[name as 'LSTMCell'](input_size, hidden_size, options);
    const after = module.loadStateDict(decodeAll(params)).forward(input, state as never);
    return { module, results: final(after) };
  }
  const module = new LAYERS[name as 'LSTM'](input_size, hidden_size, options);
  const given = { state: state as never, lengths: lengths ?? undefined };
  const { output, state: after } = module.loadStateDict(decodeAll(params)).forward(input, given);
  return { module, results: { output, ...final(after) } };
}

/** h_n, and of an LSTM c_n. */
function final(state: object): Tensors {
  return renamed(state as Tensors, (part) => `${part}_n`);
}

function renamed<T>(record: Record<string, T>, rename: (name: string) => string): Record<string, T> {
  return Object.fromEntries(Object.entries(record).map(([name, x]) => [rename(name), x]));
}

function camelCase(name: string): string {
  return name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
}
