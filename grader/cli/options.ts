import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Strength } from '../sandbox/index.ts';

/** What every command that grades can be told. */
export interface GradingOptions {
  seed?: string;
  exercise?: string;
  sandbox: Strength;
}

export function withGradingOptions(command: Command): Command {
  return command
    .option(
      '--seed <text>',
      'the seed of all random inputs (default: GRADSCHOOL_SEED, else random and recorded)',
    )
    .option('--exercise <id>', 'only this exercise: 12-rnn-cell, 12 or rnn-cell')
    .addOption(
      new Option(
        '--sandbox <strength>',
        "strong: a jail, or nothing is graded; basic: Node's permission model will do; none: only for your own code",
      )
        .choices(['strong', 'basic', 'none'] satisfies Strength[])
        .default('strong'),
    );
}

export function wholeNumber(text: string): number {
  if (/^[1-9]\d{0,3}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('A whole number from 1 is expected.');
}

export function percentage(text: string): number {
  if (/^\d+(\.\d+)?$/.test(text) && Number(text) <= 100) return Number(text);
  throw new InvalidArgumentError('A percentage from 0 to 100 is expected.');
}
