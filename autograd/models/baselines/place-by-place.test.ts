import { describe, expect, it } from 'vitest';
import { placeByPlace } from './place-by-place.ts';

const pair = (source: string, target: string) => ({ source: source.split(' '), target: target.split(' ') });
const words = (text: string) => text.split(' ');

describe('translation place by place', () => {
  const pairs = [
    pair('the cat', 'le chat'),
    pair('the dog', 'le chien'),
    pair('a cat sleeps', 'un chat dort'),
  ];

  it('puts together what it saw at each place', () => {
    const translate = placeByPlace(pairs, 'beginning');
    expect(translate(words('a dog'))).toEqual(['un', 'chien']);
    expect(translate(words('the cat sleeps'))).toEqual(['le', 'chat', 'dort']);
  });

  it('can read from the end, and write what is read there first', () => {
    const reversed = pairs.map(({ source, target }) => ({ source, target: target.toReversed() }));
    expect(placeByPlace(reversed, 'end')(words('a dog'))).toEqual(['chien']);
    expect(placeByPlace(reversed, 'end')(words('the dog'))).toEqual(['chien', 'le']);
  });

  it('says at a place what most often stood there', () => {
    const translate = placeByPlace([pair('x', 'a'), pair('x', 'b'), pair('x', 'b')], 'beginning');
    expect(translate(['x'])).toEqual(['b']);
  });

  it('ends at a word that it never saw there', () => {
    expect(placeByPlace(pairs, 'beginning')(words('the bird'))).toEqual(['le']);
  });
});
