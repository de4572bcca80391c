import { describe, expect, it } from 'vitest';
import { seededRng } from '#autograd';
import { meanOfEmbeddings } from './baselines/mean-of-embeddings.ts';
import { readAdjectives } from './data.ts';
import { type Sentence, sentimentSentences } from './sentiment-sentences.ts';

const adjectives = readAdjectives();
const { train, heldOut } = sentimentSentences(adjectives, seededRng(1), { train: 3000, heldOut: 600 });
const all = [...train, ...heldOut];

const isAdjective = new Set(adjectives.map(({ word }) => word));
const THING = /the (film|book|meal|song|game|show) (is|was|seems|looked)/;

/** What is said, without of what and how much: `good , not bad`. */
function gistOf({ words }: Sentence): string {
  return words
    .join(' ')
    .replace(THING, '…')
    .replaceAll(/(very|really|quite|so) /g, '');
}

/** The same with the adjectives in one order: what has the same words in the same form. */
function contentOf(sentence: Sentence): string {
  const gist = gistOf(sentence).split(' ');
  const form = gist.map((word) => (isAdjective.has(word) ? '_' : word)).join(' ');
  return `${form}: ${gist.filter((word) => isAdjective.has(word)).sort()}`;
}

/** The gist with the first adjective for the last, and the last for the first. */
function exchanged(sentence: Sentence): string {
  const words = gistOf(sentence).split(' ');
  const adjectivesOfIt = words.filter((word) => isAdjective.has(word));
  return words.map((word) => (isAdjective.has(word) ? adjectivesOfIt.pop() : word)).join(' ');
}

const valenceOf = new Map(adjectives.map(({ word, valence }) => [word, valence]));

/** What a sentence means by its form: the adjective that counts, or the opposite of it. */
const MEANINGS: { form: RegExp; sign: 1 | -1 }[] = [
  { form: /^… (\w+)$/, sign: 1 },
  { form: /^… not (\w+)$/, sign: -1 },
  { form: /^… (\w+) , not \w+$/, sign: 1 },
  { form: /^… \w+ but (\w+)$/, sign: 1 },
  { form: /^… (\w+) , although \w+$/, sign: 1 },
  { form: /^although \w+ , … (\w+)$/, sign: 1 },
];

/** Each meaning that the form of a sentence may have, as a label. */
function meaningsOf(sentence: Sentence): number[] {
  return MEANINGS.flatMap(({ form, sign }) => {
    const [, adjective] = form.exec(gistOf(sentence)) ?? [];
    return adjective ? [sign * valenceOf.get(adjective)! > 0 ? 1 : 0] : [];
  });
}

describe('sentences of praise and blame', () => {
  it('mean what English means', () => {
    expect(all.map(meaningsOf)).toEqual(all.map(({ label }) => [label]));
  });

  it('mean the opposite with their two adjectives exchanged', () => {
    const labels = new Map(all.map((sentence) => [gistOf(sentence), sentence.label]));
    const pairs = all
      .filter((sentence) => gistOf(sentence) !== exchanged(sentence))
      .map((sentence) => ({ label: sentence.label, other: labels.get(exchanged(sentence)) }))
      .filter(({ other }) => other !== undefined);
    expect(pairs.length).toBeGreaterThan(50);
    expect(pairs.filter(({ label, other }) => label === other)).toEqual([]);
  });

  it('are about half of them praise, and all forms are as frequent', () => {
    const praise = all.filter(({ label }) => label === 1).length;
    expect(Math.abs(praise / all.length - 0.5)).toBeLessThan(0.03);
    const forms = all.map((one) => contentOf(one).split(':')[0]);
    expect(new Set(forms).size).toBe(6);
    for (const form of new Set(forms))
      expect(Math.abs(forms.filter((one) => one === form).length / all.length - 1 / 6)).toBeLessThan(0.03);
  });

  it('that are held out say what no sentence of the training says', () => {
    const said = new Set(train.map(contentOf));
    expect(heldOut.filter((one) => said.has(contentOf(one)))).toEqual([]);
  });

  it('that are held out hold no new word', () => {
    const known = new Set(train.flatMap(({ words }) => words));
    expect(heldOut.flatMap(({ words }) => words).filter((word) => !known.has(word))).toEqual([]);
  });

  it('repeat for a seed', () => {
    const draw = (seed: number) => sentimentSentences(adjectives, seededRng(seed), { train: 5, heldOut: 5 });
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
  });

  it('cannot be told by their words without their order', () => {
    const classOf = meanOfEmbeddings(train.slice(0, 1000), { rng: seededRng(1), epochs: 3 });
    const right = heldOut.filter(({ words, label }) => classOf(words) === label).length;
    expect(right / heldOut.length).toBeLessThan(0.65);
  });
});
