import { type Rng, randint } from '#autograd';
import { splitExamples } from '#autograd/train';
import { numberWords } from './number-words.ts';

/** A number in words, and its digits from the last to the first: `forty two` is 2 4. */
export interface Spoken {
  words: string[];
  digits: string[];
}

/**
 * Numbers of three to six digits, each once, in parts that share none of them; to train on, those below 100 too.
 *
 * @param count how many are drawn
 */
export function spokenNumbers(count: number, rng: Rng): Record<'train' | 'heldOut' | 'test', Spoken[]> {
  const drawn = new Set<number>();
  while (drawn.size < count) drawn.add(numberOfLength(randint(3, 7, [1], rng).item(), rng));
  const spoken = Array.from(drawn, spokenNumber);
  const { train, ...others } = splitExamples(spoken, { train: 0.6, heldOut: 0.1, test: 0.3 }, rng);
  return {
    train: [...Array.from({ length: 100 }, (_, number) => spokenNumber(number)), ...train],
    ...others,
  };
}

export function spokenNumber(number: number): Spoken {
  return { words: numberWords(number), digits: [...`${number}`].reverse() };
}

function numberOfLength(digits: number, rng: Rng): number {
  return randint(10 ** (digits - 1), 10 ** digits, [1], rng).item();
}
