import type { Verdict } from '../model/verdict.ts';
import { readable } from './readable.ts';

export interface VerdictWords extends Words {
  /** The sign that stands beside the colour. */
  mark: string;
}

interface Words {
  tone: Tone;
  /** One or two words, as on a badge. */
  label: string;
  /** What happened and where to look, for the student. Safe to show. */
  sentence: string;
}

/** `review` is for what the grader could not judge, `idle` for what did not run. */
export type Tone = 'good' | 'bad' | 'review' | 'idle';

const MARK: Record<Tone, string> = { good: '✓', bad: '✗', review: '?', idle: '–' };

/** A verdict in plain words. */
export function verdictWords(verdict: Verdict): VerdictWords {
  const { tone, label, sentence } = wordsFor(verdict);
  return { tone, mark: MARK[tone], label, sentence: readable(sentence) };
}

function wordsFor(verdict: Verdict): Words {
  switch (verdict.kind) {
    case 'passed':
      return { tone: 'good', label: 'passed', sentence: 'held on every input that was tried' };
    case 'failed':
      return { tone: 'bad', label: 'failed', sentence: verdict.why };
    case 'inconclusive':
      return {
        tone: 'review',
        label: 'not judged',
        sentence: `a fair judgement was not possible, so it earns full points and your instructor will look: ${verdict.why}`,
      };
    case 'not-implemented':
      return {
        tone: 'idle',
        label: 'not written yet',
        sentence: verdict.what || 'it is still the stub that you were given',
      };
    case 'skipped':
      return { tone: 'idle', label: 'not run', sentence: verdict.because };
    case 'threw':
      return {
        tone: 'bad',
        label: 'error',
        sentence: `your code threw ${thrown(verdict.error, verdict.message)}`,
      };
    case 'timeout':
      return {
        tone: 'bad',
        label: 'too slow',
        sentence: `stopped at the limit of ${duration(verdict.ms)} ${limitOf(verdict)}`,
      };
    case 'out-of-memory':
      return {
        tone: 'bad',
        label: 'out of memory',
        sentence: `stopped when it held more than ${verdict.megabytes} MB: look for an array that grows without end`,
      };
    case 'crashed':
      return {
        tone: 'bad',
        label: 'crashed',
        sentence: `the process that ran your code ended before it answered: ${verdict.how}`,
      };
    case 'invalid-answer':
      return {
        tone: 'bad',
        label: 'invalid answer',
        sentence: `what came back cannot be an answer: ${verdict.why}`,
      };
    case 'invalid-submission':
      return {
        tone: 'bad',
        label: 'unusable file',
        sentence: `your file could not be used${atLine(verdict.line)}: ${verdict.why}`,
      };
    case 'forbidden':
      return {
        tone: 'bad',
        label: 'forbidden',
        sentence: `uses what this exercise forbids: ${verdict.violations.map(({ what, line }) => `${what} (line ${line})`).join(', ')}`,
      };
    case 'grader-error':
      return {
        tone: 'review',
        label: 'grader error',
        sentence: `the grader failed here, not your code: full points, and your instructor will look (${verdict.message})`,
      };
  }
}

const thrown = (error: string, message: string) => (message === '' ? error : `${error}: ${message}`);

const atLine = (line: number | undefined) => (line === undefined ? '' : ` (line ${line})`);

const SCOPES = {
  call: 'for one call',
  exercise: 'for all calls of this exercise together',
  submission: 'for all exercises together',
};
const LOOK_FOR = {
  call: 'look for a loop that never ends, or for work that grows with the square of the input',
  exercise: 'each call is in time, so look for work that every call does again',
  submission: 'this exercise may be fine, and others have used up the time: look at those that are too slow',
};

/** Whose limit it was, and what to look for. */
function limitOf({ of, clock }: Verdict & { kind: 'timeout' }): string {
  const scope = of ?? 'call';
  const advice = clock ? 'it hardly worked in that time, so look for something that waits' : LOOK_FOR[scope];
  return `${SCOPES[scope]}: ${advice}`;
}

const duration = (ms: number) => (ms < 1000 ? `${ms} ms` : `${ms / 1000} s`);
