/**
 * `npm run bench:sandbox`: what confinement costs, beside the reference figures of the project's notes on sandboxes.
 *
 * Machines differ, and so does their load from minute to minute: a plain Node process is started beside every guest,
 * and the references are scaled by it.
 */
import { availableParallelism } from 'node:os';
import { levelsHere } from '../sandbox/testing/levels.ts';
import { calling } from './calling.ts';
import { grading } from './grading.ts';
import { guests } from './guests.ts';
import { starting } from './starting.ts';
import { write } from './table.ts';

const levels = await levelsHere();
const [strongest] = levels;
console.log(
  `Node ${process.versions.node}, ${availableParallelism()} processors, levels ${levels.join(', ')}`,
);

const start = await starting(levels);
console.log(write(start.section));
for (const measure of [calling, guests, grading])
  console.log(write(await measure(strongest!, start.plainMs)));
