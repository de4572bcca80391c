import { type SeededRng, seededRng, type Tensor, tensor } from '#autograd';
import { Linear, LSTM, type LstmState, Module, mseLoss } from '#autograd/nn';
import { Adam, cosine } from '#autograd/optim';
import type { CheckpointStore, Step, Training } from '#autograd/train';

/** An LSTM with dropout of both kinds that says at each step how the next number goes on. */
export class SmallModel extends Module {
  readonly lstm: LSTM;
  readonly out: Linear;

  constructor(rng: SeededRng) {
    super();
    const options = { rng, batchFirst: true, numLayers: 2, dropout: 0.2, recurrentDropout: 0.1 };
    this.lstm = new LSTM(1, 4, options);
    this.out = new Linear(4, 1, { rng });
  }

  forward(x: Tensor, state?: LstmState): { y: Tensor; state: LstmState } {
    const { output, state: next } = this.lstm.forward(x, { state });
    return { y: this.out.forward(output), state: next };
  }
}

interface Window {
  x: Tensor;
  y: Tensor;
}

/** A training that uses all that a checkpoint must keep: dropout, carried state, a schedule, momentum, the best weights. */
export function smallTraining(
  checkpoint?: { store: CheckpointStore; every: number },
  epochs = 3,
): Training<Window> & { model: SmallModel } {
  const rng = seededRng(3);
  const model = new SmallModel(rng);
  return {
    model,
    rng,
    epochs,
    optimizer: new Adam(model.parameters(), { lr: 0.02 }),
    schedule: cosine({ steps: 60 }),
    clipNorm: 0.5,
    batches: ({ rng }) => windows(rng),
    loss: ({ x, y }: Window, { carried }: Step) => {
      const { y: found, state } = model.forward(x, (carried ?? undefined) as LstmState | undefined);
      return { loss: mseLoss(found, y), state };
    },
    validate: () => {
      const [{ x, y }] = windows(seededRng(9));
      return mseLoss(model.forward(x).y, y).item();
    },
    checkpoint,
  };
}

/** Seven windows of two noisy waves, one after another. */
function windows(rng: SeededRng): Window[] {
  const wave = (phase: number) => Array.from({ length: 36 }, (_, t) => Math.sin(t / 2 + phase) + 0.1 * rng());
  const waves = [wave(0), wave(1)];
  const cut = (from: number) => tensor(waves.map((numbers) => numbers.slice(from, from + 5).map((n) => [n])));
  return Array.from({ length: 7 }, (_, i) => ({ x: cut(5 * i), y: cut(5 * i + 1) }));
}

/** The weights as nested numbers, to be compared to the bit. */
export function weightsOf(model: Module): unknown {
  return Object.entries(model.stateDict()).map(([name, x]) => [name, x.toArray()]);
}
