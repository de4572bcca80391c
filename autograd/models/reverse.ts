import { seededRng } from '#autograd';
import { Adam, cosine, warmUp } from '#autograd/optim';
import { batches, epochLine, fit, forcingRatio } from '#autograd/train';
import { accuracy } from './baselines/accuracy.ts';
import { placeByPlace } from './baselines/place-by-place.ts';
import type { Experiment, Session } from './experiment.ts';
import { linesOfAttention, linesOfNumbers } from './reverse-shown.ts';
import { Reverser } from './reverser.ts';
import { type Spoken, spokenNumbers } from './spoken-numbers.ts';

/**
 * Sequence to sequence with attention: a number is read in words and written in digits, the last one first, so that
 * attention must run backwards through what was read. Words and digits are not one to one: nothing is said for a zero,
 * and eleven is two digits. The same network without attention, which must keep the whole number in one state, is
 * trained to compare.
 */

const BATCH = 32;
const EPOCHS = 10;
/** At first the decoder is fed what is right, in the end half of the time what it wrote itself. */
const FORCING = { start: 1, end: 0.5, epochs: EPOCHS };

type Parts = Record<'train' | 'heldOut' | 'test', Spoken[]>;

export const reverse: Experiment = {
  title: 'numbers read in words and written in digits, the last one first, by attention that runs backwards',
  metric: { name: 'share of numbers without a mistake', better: 'higher' },
  run(session) {
    const parts = numbers();
    const model = trained(true, parts, session);
    const forgetful = trained(false, parts, session);
    const { train, test } = parts;
    const written = model.write(test).digits;
    const byPlace = placeByPlace(
      train.map(({ words, digits }) => ({ source: words, target: digits })),
      'end',
    );
    return {
      model: shareRight(test, written),
      baselines: {
        'the same without attention': shareRight(test, forgetful.write(test).digits),
        'word by word, from the last': shareRight(
          test,
          test.map(({ words }) => byPlace(words)),
        ),
      },
      shown: [...linesOfNumbers(test, written), '', ...linesOfAttention(test, model)],
    };
  },
};

/** The same for all seeds. */
export function numbers(): Parts {
  return spokenNumbers(3200, seededRng(1));
}

function shareRight(spoken: readonly Spoken[], written: readonly (readonly string[])[]): number {
  return accuracy(
    written.map((digits) => digits.join('')),
    spoken.map(({ digits }) => digits.join('')),
  );
}

function trained(attention: boolean, { train, heldOut }: Parts, { rng, say, checkpoint }: Session): Reverser {
  const model = new Reverser(train, attention, rng);
  const name = attention ? 'with attention' : 'without attention';
  fit({
    model,
    rng,
    optimizer: new Adam(model.parameters(), { lr: 0.01 }),
    schedule: warmUp({ steps: 50 }, cosine({ steps: EPOCHS * Math.ceil(train.length / BATCH) })),
    epochs: EPOCHS,
    batches: ({ rng: own }) => batches(train, BATCH, own),
    loss: (batch, { epoch, rng: own }) => model.loss(batch, () => own() < forcingRatio(epoch, FORCING)),
    clipNorm: 1,
    validate: () => model.loss(heldOut).item(),
    checkpoint: checkpoint(attention ? 'reverse' : 'reverse-without-attention'),
    onEpoch: (epoch) => say(`${name}, ${epochLine(epoch)}`),
  });
  return model;
}
