import { Command, InvalidArgumentError, Option } from 'commander';
import type { Level } from '../model/report.ts';

export interface Options {
  /** Every level that holds here, unless told. */
  level?: Level;
  case?: string;
  repeat: number;
  workers: number;
  shuffle?: string;
  check?: true;
}

export function readOptions(args: string[]): Options {
  return new Command('redteam')
    .description('run the attacks of fixtures/hostile, and write what is stopped to docs/security.md')
    .addOption(new Option('--level <level>', 'only this one').choices(['A', 'B', 'C', 'none']))
    .option('--case <text>', 'only cases whose name holds this, such as realm/ or realm/crawl')
    .option('--repeat <n>', 'so many times, each with other inputs', wholeNumber, 1)
    .option('--workers <n>', 'how many at a time', wholeNumber, 2)
    .option('--shuffle <seed>', 'in an order that this seed decides')
    .option('--check', 'fail when docs/security.md is not what it would be, and leave it alone')
    .parse(args, { from: 'user' })
    .opts<Options>();
}

function wholeNumber(text: string): number {
  if (/^[1-9]\d{0,3}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('A whole number from 1 is expected.');
}
