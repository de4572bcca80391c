import fc from 'fast-check';
import { type Rng, randn, seededRng, type Tensor } from '#autograd';
import { GRU, LSTM, RNN } from '#autograd/nn';
import type { LayerOptions, RecurrentLayer } from '../layer.ts';
import { mapState, type State } from '../state.ts';

export type Layer = RecurrentLayer<State>;
export type MakeLayer = (inputSize: number, hiddenSize: number, options: LayerOptions) => Layer;

const layer = (made: unknown) => made as Layer;

/** Every kind of layer; hidden sizes above 1. */
export const EVERY_LAYER: Readonly<Record<string, MakeLayer>> = {
  RNN: (i, h, options) => layer(new RNN(i, h, options)),
  'RNN with relu': (i, h, options) => layer(new RNN(i, h, { ...options, nonlinearity: 'relu' })),
  LSTM: (i, h, options) => layer(new LSTM(i, h, options)),
  'LSTM with a projection': (i, h, options) => layer(new LSTM(i, h, { ...options, projSize: h - 1 })),
  GRU: (i, h, options) => layer(new GRU(i, h, options)),
  'GRU with the reset before': (i, h, options) => layer(new GRU(i, h, { ...options, resetAfter: false })),
};

/** A layer, a batch [T, N, I] for it, a state that it can begin with, and lengths. */
export interface Drawn {
  layer: Layer;
  x: Tensor;
  state: State;
  lengths: number[];
}

/** Networks of all shapes over batches of all shapes. */
export function drawnLayers(make: MakeLayer, fixed: Partial<LayerOptions> = {}): fc.Arbitrary<Drawn> {
  const size = fc.integer({ min: 1, max: 4 });
  return fc
    .record({
      options: fc.record({
        numLayers: fc.integer({ min: 1, max: 3 }),
        bidirectional: fc.boolean(),
        bias: fc.boolean(),
      }),
      sizes: fc.record({ I: size, H: fc.integer({ min: 2, max: 4 }), T: size, N: size }),
      seed: fc.nat(),
    })
    .map(({ options, sizes: { I, H, T, N }, seed }) => {
      const rng = seededRng(seed);
      const made = make(I, H, { rng, ...options, ...fixed });
      const x = randn([T, N, I], rng);
      const lengths = Array.from({ length: N }, () => Math.floor(rng() * (T + 1)));
      return { layer: made, x, state: drawnState(made, x, rng), lengths };
    });
}

/** A random state for a batch [T, N, I], whatever the layer's `batchFirst`. */
export function drawnState(layer: Layer, x: Tensor, rng: Rng): State {
  const nothing = layer.forward(layer.batchFirst ? x.transpose(0, 1) : x).state;
  return mapState(nothing, (part) => randn(part.shape, rng));
}
