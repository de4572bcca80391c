import { writeFileSync } from 'node:fs';
import { checkpointFile } from '#autograd/files';
import { fit } from '#autograd/train';
import { smallTraining, weightsOf } from './small-training.ts';

/** Trains, says a line after each save, and writes the weights at the end: a process for a test to kill. */

const [checkpoint, result] = process.argv.slice(2);
const store = checkpointFile(checkpoint);
const training = smallTraining(
  {
    every: 1,
    store: {
      ...store,
      save: (bytes) => {
        store.save(bytes);
        process.stdout.write('saved\n');
      },
    },
  },
  6,
);
fit(training);
writeFileSync(result, JSON.stringify(weightsOf(training.model)));
