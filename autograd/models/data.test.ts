import { describe, expect, it } from 'vitest';
import { readAdjectives, readBirths, readNames, readPronunciations } from './data.ts';

const DAY = 24 * 60 * 60 * 1000;

describe('the data of fixtures/data', () => {
  it('are thousands of names of small letters, each once', () => {
    const names = readNames();
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThan(8000);
    expect(names.filter((name) => !/^[a-z]{3,10}$/.test(name))).toEqual([]);
    expect(names).toEqual(expect.arrayContaining(['emma', 'john']));
  });

  it('are as many good adjectives as bad ones', () => {
    const adjectives = readAdjectives();
    const good = adjectives.filter(({ valence }) => valence > 0 && valence <= 5);
    const bad = adjectives.filter(({ valence }) => valence < 0 && valence >= -5);
    expect([good.length, bad.length]).toEqual([82, 82]);
    expect(adjectives).toContainEqual({ word: 'bad', valence: -3 });
  });

  it('are words with a tag a letter', () => {
    const words = readPronunciations();
    expect(words.length).toBeGreaterThan(3900);
    expect(words.filter(({ word, tags }) => word.length !== tags.length)).toEqual([]);
    const tags = new Set(words.flatMap((word) => word.tags));
    expect([...tags].filter((tag) => !/^(_|[A-Z]{1,2}(\+[A-Z]{1,2})?)$/.test(tag))).toEqual([]);
    const tagsOf = (name: string) => words.find(({ word }) => word === name)?.tags.join(' ');
    expect(tagsOf('knight')).toBe('_ N AY _ _ T');
    expect(tagsOf('box')).toBe('B AA K+S');
  });

  it('are the births of each day of ten years', () => {
    const births = readBirths();
    const times = births.map(({ date }) => Date.parse(date));
    expect([births[0], births.at(-1)?.date]).toEqual([{ date: '1994-01-01', births: 8096 }, '2003-12-31']);
    expect(times.slice(1).every((time, i) => time - times[i] === DAY)).toBe(true);
    expect(births.every(({ births: count }) => count > 5000 && count < 20000)).toBe(true);
  });
});
