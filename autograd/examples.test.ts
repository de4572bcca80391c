import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { claimsOf } from './testing/snippet.ts';

const folder = new URL('.', import.meta.url);
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && !file.endsWith('.test.ts'),
);

/** The lines under each `@example` of a file, without the stars. */
function examplesOf(file: string): string[] {
  const source = readFileSync(new URL(file, folder), 'utf8');
  return [...source.matchAll(/@example\n((?: *\* (?!@).*\n)+)/g)].map(([, lines]) =>
    lines.replaceAll(/^ *\* /gm, ''),
  );
}

describe('examples in doc comments', () => {
  for (const file of files) {
    examplesOf(file).forEach((example, i) => {
      it(`${file} ${i + 1} gives what it says`, () => {
        const claims = claimsOf(example);
        expect(claims).not.toHaveLength(0);
        for (const { found, said } of claims) expect(found).toEqual(said);
      });
    });
  }

  it('are found', () => expect(files.flatMap(examplesOf).length).toBeGreaterThan(20));
});
