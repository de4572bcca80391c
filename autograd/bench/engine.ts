/**
 * `npm run bench:engine`: what the engine costs, beside the reference figures of the project's performance notes.
 *
 * Each part runs in a process of its own, so that none finds types or garbage that another has left.
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type Section, write } from './report.ts';

const PARTS: Record<string, () => Promise<() => Section>> = {
  values: async () => (await import('./values.ts')).values,
  overhead: async () => (await import('./overhead.ts')).overhead,
  products: async () => (await import('./products.ts')).products,
  memory: async () => (await import('./memory.ts')).memory,
  'every-op': async () => (await import('./every-op.ts')).everyOp,
};

async function run(part: string): Promise<void> {
  const measure = await PARTS[part]();
  console.log(write(measure()));
}

function runApart(part: string): void {
  const args = [...process.execArgv, fileURLToPath(import.meta.url), part];
  execFileSync(process.execPath, args, { stdio: 'inherit' });
}

const [part] = process.argv.slice(2);
if (part) await run(part);
else Object.keys(PARTS).forEach(runApart);
