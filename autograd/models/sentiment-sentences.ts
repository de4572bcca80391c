import { choice, type Rng } from '#autograd';
import { shuffled, splitExamples } from '#autograd/train';

/** A word and how good a thing is that is called so: above 0 good, below 0 bad. */
export interface Rated {
  word: string;
  valence: number;
}

/** What is said, and whether it is praise (1) or not (0). */
export interface Sentence {
  words: string[];
  label: 0 | 1;
}

/**
 * A way to speak of a thing with an adjective x, or with two of opposite valence. Order decides: with x and y exchanged
 * a sentence of two has the same words and the opposite meaning.
 */
interface Form {
  adjectives: 1 | 2;
  says(thing: string, x: string, y: string): string;
  /** Whether the sentence is meant as x is, or as its opposite, y. */
  means: 'x' | 'y';
}

const FORMS: readonly Form[] = [
  { adjectives: 1, says: (thing, x) => `${thing} ${x}`, means: 'x' },
  { adjectives: 1, says: (thing, x) => `${thing} not ${x}`, means: 'y' },
  { adjectives: 2, says: (thing, x, y) => `${thing} ${x} , not ${y}`, means: 'x' },
  { adjectives: 2, says: (thing, x, y) => `${thing} ${x} but ${y}`, means: 'y' },
  { adjectives: 2, says: (thing, x, y) => `${thing} ${x} , although ${y}`, means: 'x' },
  { adjectives: 2, says: (thing, x, y) => `although ${x} , ${thing} ${y}`, means: 'y' },
];

const NOUNS = ['film', 'book', 'meal', 'song', 'game', 'show'];
const VERBS = ['is', 'was', 'seems', 'looked'];
const INTENSIFIERS = ['', '', 'very ', 'really ', 'quite ', 'so '];

/**
 * Sentences such as `the film was not bad` and `the book is very good , although boring`, about half of them praise.
 * What the held-out ones say, a form with its adjectives, is never said in training, although every word is.
 *
 * @param adjectives good ones and bad ones
 * @param counts how many sentences for each part
 */
export function sentimentSentences(
  adjectives: readonly Rated[],
  rng: Rng,
  counts: { train: number; heldOut: number },
): { train: Sentence[]; heldOut: Sentence[] } {
  const forms = FORMS.map((form) => ({
    form,
    ...splitExamples(combinations(form, adjectives), { train: 0.8, heldOut: 0.2 }, rng),
  }));
  const drawn = (part: 'train' | 'heldOut') =>
    Array.from({ length: counts[part] }, () => {
      const { form, [part]: said } = choice(forms, rng);
      return sentence(form, choice(said, rng), rng);
    });
  return { train: drawn('train'), heldOut: drawn('heldOut') };
}

/** The adjectives that a form can be about: each, or each good one with each bad one. */
function combinations(form: Form, adjectives: readonly Rated[]): Rated[][] {
  if (form.adjectives === 1) return adjectives.map((one) => [one]);
  const bad = adjectives.filter(isBad);
  return adjectives.filter((one) => !isBad(one)).flatMap((good) => bad.map((one) => [good, one]));
}

function sentence(form: Form, adjectives: readonly Rated[], rng: Rng): Sentence {
  const order = shuffled(adjectives, rng);
  const [x, y] = order.map(({ word }) => choice(INTENSIFIERS, rng) + word);
  const thing = `the ${choice(NOUNS, rng)} ${choice(VERBS, rng)}`;
  const isPraise = isBad(order[0]) === (form.means === 'y');
  return { words: form.says(thing, x, y).split(' '), label: isPraise ? 1 : 0 };
}

function isBad({ valence }: Rated): boolean {
  return valence < 0;
}
