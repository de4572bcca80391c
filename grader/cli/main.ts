#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { packageVersion } from '../package.ts';
import { addAudit } from './audit.ts';
import { addBatch } from './batch.ts';
import { addDoctor } from './doctor.ts';
import { explain } from './explain.ts';
import { addGrade } from './grade.ts';
import { addHint } from './hint.ts';
import { addStubs } from './stubs.ts';

const program = new Command('gradschool')
  .description('A course in recurrent neural networks that grades itself honestly.')
  .version(packageVersion)
  .option('--debug', 'show stack traces')
  .configureOutput({ outputError: () => {} })
  .exitOverride();

addGrade(program);
addBatch(program);
addHint(program);
addAudit(program);
addStubs(program);
addDoctor(program);
for (const command of program.commands) command.copyInheritedSettings(program);

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError && error.exitCode === 0) process.exitCode = 0;
  else {
    const { message, exitCode } = explain(error);
    process.stderr.write(`${message}\n`);
    if (process.argv.includes('--debug') && error instanceof Error) process.stderr.write(`${error.stack}\n`);
    process.exitCode = exitCode;
  }
}
