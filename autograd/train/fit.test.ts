import { describe, expect, it } from 'vitest';
import { full, seededRng, type Tensor, tensor } from '#autograd';
import { Linear, type StateDict } from '#autograd/nn';
import { SGD } from '#autograd/optim';
import {
  type CheckpointStore,
  fit,
  memoryStore,
  type Step,
  type StepReport,
  type Training,
  trainEpochs,
} from '#autograd/train';
import { smallTraining, weightsOf } from './testing/small-training.ts';

/** y = w x, to be fitted to y = 2 x. */
function line(changes: Partial<Training<Tensor>> = {}, lr = 0.1) {
  const rng = seededRng(1);
  const model = new Linear(1, 1, { rng, bias: false });
  const x = tensor([[1], [2]]);
  const training: Training<Tensor> = {
    model,
    optimizer: new SGD(model.parameters(), { lr }),
    rng,
    epochs: 3,
    batches: () => [x, x],
    loss: (batch) => model.forward(batch).sub(batch.mul(2)).pow(2).mean(),
    ...changes,
  };
  return { model, training };
}

describe('fit', () => {
  it('lowers the loss and tells of every epoch and step', () => {
    const steps: StepReport[] = [];
    const epochs: number[] = [];
    const { training } = line({
      onStep: (step) => steps.push(step),
      onEpoch: ({ loss }) => epochs.push(loss),
    });
    const history = fit(training);
    expect(history.map(({ epoch, steps: count }) => [epoch, count])).toEqual([
      [0, 2],
      [1, 2],
      [2, 2],
    ]);
    expect(steps.map(({ step }) => step)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(history[0].loss).toBe((steps[0].loss + steps[1].loss) / 2);
    expect(epochs).toEqual(history.map(({ loss }) => loss));
    expect(history[2].loss).toBeLessThan(history[0].loss / 10);
  });

  it('is the loop that one would write by hand', () => {
    const { model, training } = line({ epochs: 2 });
    let w = model.weight.item();
    fit(training);
    // the gradient of mean((w x - 2 x)²) over x = 1, 2 is 5 (w - 2)
    for (let step = 0; step < 4; step++) w -= 0.1 * 5 * (w - 2);
    expect(model.weight.item()).toBeCloseTo(w, 12);
  });

  it('stops after patience epochs without a better validation, and goes back to the best weights', () => {
    const scores = [3, 1, 2, 5, 4];
    const seen: number[] = [];
    const { model, training } = line({
      epochs: 5,
      patience: 2,
      validate: () => {
        expect(model.training).toBe(false);
        seen.push(model.weight.item());
        return scores[seen.length - 1];
      },
    });
    const history = fit(training);
    expect(history.map(({ validation }) => validation)).toEqual([
      { value: 3, best: true },
      { value: 1, best: true },
      { value: 2, best: false },
      { value: 5, best: false },
    ]);
    expect(model.weight.item()).toBe(seen[1]);
    expect(model.training).toBe(false);
  });

  it('stops as soon as the goal is reached', () => {
    const scores = [3, 1, 0.5];
    const { training } = line({ goal: 1, validate: () => scores.shift() ?? 0 });
    expect(fit(training)).toHaveLength(2);
  });

  it('clips the gradient by its norm, and reports the norm of before', () => {
    const norms: number[] = [];
    const { model, training } = line({
      epochs: 1,
      clipNorm: 0.01,
      onStep: ({ gradNorm }) => norms.push(gradNorm),
    });
    const before = model.weight.item();
    fit(training);
    expect(norms[0]).toBeCloseTo(5 * Math.abs(before - 2), 12);
    expect(Math.abs(model.weight.item() - before)).toBeCloseTo(2 * 0.1 * 0.01, 6);
  });

  it('clips the gradient by value', () => {
    const { model, training } = line({ epochs: 1, clipValue: 0.5 });
    const before = model.weight.item();
    fit(training);
    expect(Math.abs(model.weight.item() - before)).toBeCloseTo(2 * 0.1 * 0.5, 12);
  });

  it('multiplies the rate by the schedule, counted in steps', () => {
    const rates: number[] = [];
    const { training } = line({ schedule: (step) => 1 / (step + 1) }, 0.2);
    fit({ ...training, onStep: () => rates.push(training.optimizer.lr) });
    expect(rates).toEqual([1, 2, 3, 4, 5, 6].map((n) => 0.2 * (1 / n)));
  });

  it('gives the state of a batch to the next one, cut from its graph, and none to an epoch’s first', () => {
    const carried: (StateDict | null)[] = [];
    const { model, training } = line({ epochs: 2 });
    const loss = (batch: Tensor, step: Step) => {
      carried.push(step.carried);
      const y = model.forward(batch);
      return { loss: y.sum(), state: { h: y } };
    };
    fit({ ...training, loss });
    expect(carried.map((state) => state?.h.requiresGrad)).toEqual([undefined, false, undefined, false]);
  });

  it('draws batches from a generator of each epoch, whatever the model draws', () => {
    const drawn = (inLoss: number) => {
      const seen: number[] = [];
      const { training } = line({
        batches: ({ rng }) => {
          seen.push(rng());
          return [full([1, 1], 1), full([1, 1], 1)];
        },
      });
      const { loss } = training;
      fit({
        ...training,
        epochs: 1,
        loss: (batch, step) => {
          for (let i = 0; i < inLoss; i++) step.rng();
          return loss(batch, step);
        },
      });
      return seen;
    };
    expect(drawn(0)).toEqual(drawn(3));
  });

  it('leaves the best weights also to who stops in between', () => {
    let epoch = 0;
    const { model, training } = line({ epochs: 5, validate: () => epoch++ });
    let first = 0;
    for (const summary of trainEpochs(training)) {
      if (summary.epoch === 0) first = model.weight.item();
      if (summary.epoch === 2) break;
    }
    expect(model.weight.item()).toBe(first);
  });
});

describe('fit refuses to go on', () => {
  it('when the loss is no longer finite', () => {
    const { training } = line({}, 1e200);
    expect(() => fit(training)).toThrow(
      /^fit: the (loss|norm of the gradient) is (Infinity|NaN) in epoch \d, step \d+\.\n {2}A lower learning rate/,
    );
  });

  it('when validate gives NaN', () => {
    const { training } = line({ validate: () => Number.NaN });
    expect(() => fit(training)).toThrow('fit: what validate gave is NaN in epoch 0, step 2.');
  });

  it('when an epoch has no batches', () => {
    expect(() => fit(line({ batches: () => [] }).training)).toThrow('fit: batches() gave none in epoch 0.');
  });
});

/** A store whose process dies at the given save. */
function dyingStore(kept: CheckpointStore, saves: number): CheckpointStore {
  let left = saves;
  return {
    load: kept.load,
    save: (bytes) => {
      if (left-- === 0) throw new Error('killed');
      kept.save(bytes);
    },
  };
}

describe('a run that was interrupted', () => {
  const undisturbed = smallTraining();
  const history = fit(undisturbed);

  it('ends with the same weights and history, to the bit, wherever it was', () => {
    // 21 steps and 3 epochs, or 4 steps and 3 epochs, are saved
    for (const [every, moments] of [
      [1, [0, 6, 7, 8, 19, 23]],
      [5, [0, 2, 6]],
    ] as const)
      for (const saves of moments) {
        const kept = memoryStore();
        expect(() => fit(smallTraining({ store: dyingStore(kept, saves), every }))).toThrow('killed');
        const resumed = smallTraining({ store: kept, every });
        expect(fit(resumed)).toEqual(history);
        expect(weightsOf(resumed.model)).toEqual(weightsOf(undisturbed.model));
      }
  });

  it('does nothing more when it had ended', () => {
    const store = memoryStore();
    fit(smallTraining({ store, every: 3 }));
    const again = smallTraining({ store, every: 3 });
    const steps: StepReport[] = [];
    expect(fit({ ...again, onStep: (step) => steps.push(step) })).toEqual(history);
    expect(steps).toEqual([]);
    expect(weightsOf(again.model)).toEqual(weightsOf(undisturbed.model));
  });

  it('notices that the data is another', () => {
    const kept = memoryStore();
    expect(() => fit(smallTraining({ store: dyingStore(kept, 5), every: 1 }))).toThrow('killed');
    const changed = { ...smallTraining({ store: kept, every: 1 }), batches: () => [] };
    expect(() => fit(changed)).toThrow('fit: batches() gave none in epoch 0.');
    const one = smallTraining().batches({ epoch: 0, rng: seededRng(1) });
    const fewer = { ...changed, batches: () => [...one].slice(0, 2) };
    expect(() => fit(fewer)).toThrow('was saved after 5 batches of epoch 0, but batches() gives 2 now');
  });

  it('notices that the model is another', () => {
    const store = memoryStore();
    fit(line({ checkpoint: { store } }).training);
    expect(() => fit(smallTraining({ store, every: 1 }))).toThrow(
      /^loadStateDict: the weights do not fit SmallModel/,
    );
  });

  it('notices that a file is no checkpoint', () => {
    const store = { load: () => new Uint8Array([1, 2, 3]), save: () => {} };
    expect(() => fit(smallTraining({ store, every: 1 }))).toThrow();
  });
});
