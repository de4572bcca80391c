import { div, seededRng, type Tensor, transpose, unsqueeze, zerosLike } from '#autograd';
import { crossEntropy, embedding, LSTM, RNN } from '#autograd/nn';
import { linspace } from '../../linspace.ts';
import type { Tensors } from '../../named.ts';
import { gatesIn, parametersIn } from '../../rnn/composed/gates.ts';
import { affine } from './affine.ts';
import type { Model } from './model.ts';

interface CaptioningCase {
  /** `… shapes {…}`, all parameters from -1.4 to 1.3. */
  params: string;
  features: { linspace: [low: number, high: number]; shape: [pictures: number, features: number] };
}

const WORDS = 13;
/** The order of the gates in the course, and in PyTorch. */
const ORDERS = { RNN: ['h', 'h'], LSTM: ['ifog', 'ifgo'] };

/** Captions for pictures: each word foretells the next, and 0 is none. The layer begins with what is seen. */
export function captioning(kind: 'RNN' | 'LSTM', { params, features }: CaptioningCase): Model {
  const shapes = Object.entries<number[]>(JSON.parse(params.slice(params.indexOf('{'))));
  const weights = shapes.map(([name, shape]) => [name, linspace(-1.4, 1.3, shape, true)]);
  const seen = linspace(...features.linspace, features.shape, true);
  const leaves: Tensors = { ...Object.fromEntries(weights), features: seen };
  const captions = captionsFor(seen.shape[0]);
  const words = captions.map((caption) => caption.slice(0, -1));
  const next = captions.map((caption) => caption.slice(1));
  const scores = affine(read(kind, leaves, words), leaves.W_vocab, leaves.b_vocab);
  const total = crossEntropy(transpose(scores, 1, 2), next, { ignoreIndex: 0, reduction: 'sum' });
  const loss = div(total, seen.shape[0]);
  return { printed: { loss }, atol: 1e-11, loss, leaves };
}

/** 0, 1, 2, 0, 1, … */
function captionsFor(pictures: number): number[][] {
  return Array.from({ length: pictures }, (_, n) =>
    Array.from({ length: WORDS }, (_, t) => (n * WORDS + t) % 3),
  );
}

/** h after each of the words [N][T]: [N, T, H]. */
function read(kind: 'RNN' | 'LSTM', leaves: Tensors, words: number[][]): Tensor {
  const x = embedding(words, leaves.W_embed);
  const h = unsqueeze(affine(leaves.features, leaves.W_proj, leaves.b_proj), 0);
  const state = kind === 'LSTM' ? { h, c: zerosLike(h) } : { h };
  return layerWith(kind, leaves).forward(x, { state: state as { h: Tensor; c: Tensor } }).output;
}

function layerWith(kind: 'RNN' | 'LSTM', { Wx, Wh, b }: Tensors): LSTM {
  const [theirs, pytorchs] = ORDERS[kind];
  const [W, R] = [Wx, Wh].map((weight) => transpose(weight, 0, 1));
  const gates = gatesIn(theirs, { W, R, bW: b, bR: zerosLike(b) });
  const Layer = { RNN, LSTM }[kind] as typeof LSTM;
  const layer = new Layer(Wx.shape[0], Wh.shape[0], { rng: seededRng(1), batchFirst: true });
  Object.assign(layer.cells[0][0], parametersIn(pytorchs, gates));
  return layer;
}
