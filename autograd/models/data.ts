import { readFileSync } from 'node:fs';
import type { Rated } from './sentiment-sentences.ts';

/** The files of fixtures/data, whose README.md tells what they are and whose. */

const folder = new URL('../../fixtures/data/', import.meta.url);

/** English first names in small letters, in alphabetical order. */
export function readNames(): string[] {
  return linesOf('names.txt');
}

/** Adjectives, and how good a thing is that is called so: -5 to 5, none 0. */
export function readAdjectives(): Rated[] {
  return rowsOf('afinn.tsv', '\t').map(([word, valence]) => ({ word, valence: Number(valence) }));
}

/** A word, and what each of its letters sounds: one tag a letter. */
export interface Pronunciation {
  word: string;
  tags: string[];
}

/** Common words with their sounds, in alphabetical order; `_` is a letter that is not heard. */
export function readPronunciations(): Pronunciation[] {
  return rowsOf('pronunciations.tsv', '\t').map(([word, tags]) => ({ word, tags: tags.split(' ') }));
}

/** How many were born in the USA on a day. */
export interface Births {
  /** As 1994-01-31. */
  date: string;
  births: number;
}

/** A row for each day of the years 1994 to 2003. */
export function readBirths(): Births[] {
  const [, ...days] = rowsOf('births.csv', ',');
  return days.map(([date, births]) => ({ date, births: Number(births) }));
}

function rowsOf(file: string, separator: string): string[][] {
  return linesOf(file).map((line) => line.split(separator));
}

function linesOf(file: string): string[] {
  return textOf(file).trimEnd().split(/\r?\n/);
}

function textOf(file: string): string {
  try {
    return readFileSync(new URL(file, folder), 'utf8');
  } catch (cause) {
    throw new Error(
      `data: fixtures/data/${file} cannot be read.\n  node fixtures/data/collect.mjs makes the files of that folder again.`,
      { cause },
    );
  }
}
