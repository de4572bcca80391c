import { expect, it } from 'vitest';
import { nGramClassifier } from './n-gram-classifier.ts';

const examples = ['good , not bad', 'good', 'not bad']
  .map((text) => ({ words: text.split(' '), label: 'praise' }))
  .concat(['bad , not good', 'bad', 'not good'].map((text) => ({ words: text.split(' '), label: 'blame' })));

it('an n-gram classifier tells classes by which word follows which', () => {
  const classOf = nGramClassifier(examples, 2);
  expect(examples.map(({ words }) => classOf(words))).toEqual(examples.map(({ label }) => label));
});

it('an n-gram classifier of order 1 does not hear the order', () => {
  const classOf = nGramClassifier(examples, 1);
  for (const { words } of examples) expect(classOf(words)).toBe(classOf(words.toReversed()));
});

it('an n-gram classifier weighs how frequent a class is', () => {
  const often = { words: ['so'], label: 'often' };
  const classOf = nGramClassifier([{ ...often, label: 'rare' }, often, often], 1);
  expect(classOf(['so'])).toBe('often');
});

it('an n-gram classifier takes examples', () => {
  expect(() => nGramClassifier([], 2)).toThrow(RangeError);
});
