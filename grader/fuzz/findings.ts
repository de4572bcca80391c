import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { packagePath } from '../package.ts';

/** An input that broke a claim. */
export interface Finding {
  target: string;
  /** Where the input lies. */
  file: string;
  what: string;
}

export const findingsFolder = packagePath('fixtures/fuzz');

/** Keeps an input where the tests run it from now on. */
export function keep(
  { folder, target }: { folder: string; target: string },
  input: Uint8Array,
  what: string,
): Finding {
  const name = createHash('sha256').update(input).digest('hex').slice(0, 12);
  const file = path.join(folder, target, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, input);
  return { target, file, what };
}

/** The inputs that were kept for a target. */
export function kept(folder: string, target: string): string[] {
  try {
    return readdirSync(path.join(folder, target)).map((name) => path.join(folder, target, name));
  } catch {
    return [];
  }
}
