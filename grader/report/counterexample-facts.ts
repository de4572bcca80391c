import type { Counterexample } from '../model/verdict.ts';
import { readable, readableLine } from './readable.ts';

export interface Fact {
  term: string;
  text: string;
}

/** What there is to know about a wrong answer, in the order in which one asks. Safe to show. */
export function answerFacts({ at, got, expected, relativeError }: Counterexample): Fact[] {
  const facts = [
    { term: 'where', text: at },
    { term: 'got', text: got },
    { term: 'expected', text: expected },
    {
      term: 'relative error',
      text: relativeError === undefined ? undefined : relativeErrorText(relativeError),
    },
  ];
  return facts.flatMap(({ term, text }) => (text === undefined ? [] : [{ term, text: readable(text) }]));
}

export function inputFacts({ inputs }: Counterexample): Fact[] {
  return inputs.map(({ name, value }) => ({ term: readableLine(name), text: readable(value) }));
}

export interface GradientRow {
  entry: string;
  yours: string;
  numeric: string;
  relativeError: string;
}

/** The student's gradient beside the numeric one. Empty when this was no gradient check. */
export function gradientRows({ gradient = [] }: Counterexample): GradientRow[] {
  return gradient.map(({ entry, yours, numeric, relativeError }) => ({
    entry: readableLine(entry),
    yours: readableLine(yours),
    numeric: readableLine(numeric),
    relativeError: relativeError === undefined ? '–' : relativeErrorText(relativeError),
  }));
}

/** In the form that fast-check takes. */
export function replayText({ replay }: Counterexample): string {
  return `{ seed: ${replay.seed}, path: '${readableLine(replay.path)}' }`;
}

const relativeErrorText = (error: number) => String(Number(error.toPrecision(2)));
