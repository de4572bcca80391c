import { full } from '#autograd';
import { saveTensors } from '#autograd/files';

/**
 * A program that saves weights that are all 1, all 2, all 1, … and says so after each time, until it is killed
 * (or has done so a thousand times: nobody may be there any more to kill it).
 *
 *     node saver.mjs PATH
 */
const [, , path] = process.argv;
const states = [1, 2].map((value) => ({ value: String(value), weights: full([2 ** 17], value) }));

for (let i = 0; i < 1000; i++) {
  const { weights, value } = states[i % 2];
  saveTensors(path, { weights }, { value });
  process.stdout.write('.');
}
