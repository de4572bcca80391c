import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { strToU8, type Zippable, zipSync } from 'fflate';
import { afterAll } from 'vitest';

// For the tests only: submissions as folders and zips, that are gone when the tests are.

export const wanted = [
  { id: '02-activations', file: 'activations.ts' },
  { id: '07-scalar-engine', file: 'scalar-engine.ts' },
  { id: '12-rnn-cell', file: 'rnn-cell.ts' },
];
export const cellPath = '12-rnn-cell/rnn-cell.ts';
export const cellText = 'export const rnnCell = (x: number[]) => x;\n';
export const activationsPath = '02-activations/activations.ts';
export const activationsText = 'export const relu = (z: number) => Math.max(0, z);\n';

type Files = Record<string, string | Uint8Array>;

const top = mkdtempSync(join(tmpdir(), 'intake-'));
afterAll(() => rmSync(top, { recursive: true, force: true }), 60_000);

/** A new empty place; the name is the submission's. */
export function placeFor(name: string): string {
  return join(mkdtempSync(join(top, 'x-')), name);
}

export function folderOf(files: Files, name = 'alice'): string {
  const root = placeFor(name);
  mkdirSync(root);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return root;
}

/** A symbolic link in a zip is an entry with this mode and the target as its content. */
export const asLink = { os: 3, attrs: (0o120777 << 16) >>> 0 };

export function zipBytes(files: Record<string, string | Zippable[string]>): Uint8Array {
  const entries = Object.entries(files).map(([name, content]) => [
    name,
    typeof content === 'string' ? strToU8(content) : content,
  ]);
  return zipSync(Object.fromEntries(entries), { mtime: '2026-01-01' });
}

export function zipOf(files: Record<string, string | Zippable[string]>, name = 'alice.zip'): string {
  return fileOf(zipBytes(files), name);
}

export function fileOf(bytes: Uint8Array | string, name = 'alice.zip'): string {
  const path = placeFor(name);
  writeFileSync(path, bytes);
  return path;
}

/** The same bytes with one text in place of another of the same length, wherever it occurs. */
export function patched(bytes: Uint8Array, before: string, after: string): Uint8Array {
  return Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll(before, after), 'latin1');
}
