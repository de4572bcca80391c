import { CommanderError } from 'commander';
import { UsageError } from './usage-error.ts';

/** Exit codes: 2 for what the caller can mend, 3 when grading was not possible. */
const MENDABLE = new Set(['IntakeError', 'UsageError']);

/** One line for the person at the terminal, and the exit code. Errors of parts that load lazily are known by name. */
export function explain(error: unknown): { message: string; exitCode: number } {
  if (error instanceof CommanderError) {
    const words = error.message
      .replace(/^error: /, '')
      .replaceAll('\n', ' ')
      .replace(/\.+$/, '');
    return { message: `gradschool: ${words}. See gradschool --help.`, exitCode: 2 };
  }
  const name = error instanceof Error ? error.constructor.name : '';
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof UsageError || MENDABLE.has(name))
    return { message: `gradschool: ${message}`, exitCode: 2 };
  if (name === 'NoSandboxError') return { message: `gradschool: ${message}`, exitCode: 3 };
  return {
    message: `gradschool: this is a fault of the grader: ${message} (--debug shows where).`,
    exitCode: 3,
  };
}
