import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Report } from '../model/report.ts';
import type { Oracle } from './oracles.ts';

/** What only somebody knows who has been where they should not. */
export type Words = Record<'secret' | 'descriptor' | 'environment' | 'system' | 'solution' | 'claim', string>;

/** In front of a hidden input that a submission tries to have told. */
export const SMUGGLED = 'smuggled:';

export function newWords(): Words {
  return {
    secret: randomUUID(),
    descriptor: randomUUID(),
    environment: randomUUID(),
    system: readFileSync('/etc/passwd', 'utf8').split('\n', 1)[0]!,
    solution: 'BEGIN SOLUTION',
    claim: 'it worked',
  };
}

/** The oracles whose words occur in what was said. */
export function wordsIn(said: string, words: Words): Oracle[] {
  return (Object.keys(words) as (keyof Words)[]).filter((name) => said.includes(words[name]));
}

/** Whether a verdict that students see tells what a submission learned from a hidden check. */
export function tellsInput({ exercises }: Report): boolean {
  const hidden = exercises
    .flatMap(({ checks }) => checks)
    .filter(({ visibility }) => visibility === 'hidden');
  const diagnoses = exercises.map(({ diagnosis }) => diagnosis);
  return JSON.stringify([hidden, diagnoses]).includes(SMUGGLED);
}
