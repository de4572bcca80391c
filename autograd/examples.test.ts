import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as autograd from '#autograd';
import * as check from '#autograd/check';

const scope: Record<string, unknown> = { ...autograd, ...check };
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

/** Every line of the form `expression; // expected` becomes a pair of what it gives and what it says. */
function resultsOf(example: string): [unknown, unknown][] {
  const body = example.replaceAll(/^(?!const )(.+?); \/\/ (.+)$/gm, 'results.push([$1, $2]);');
  const run = new Function(...Object.keys(scope), 'results', body);
  const results: [unknown, unknown][] = [];
  run(...Object.values(scope), results);
  return results;
}

describe('examples in doc comments', () => {
  for (const file of files) {
    examplesOf(file).forEach((example, i) => {
      it(`${file} ${i + 1} gives what it says`, () => {
        const results = resultsOf(example);
        expect(results).not.toHaveLength(0);
        for (const [found, said] of results) expect(found).toEqual(said);
      });
    });
  }

  it('are found', () => expect(files.flatMap(examplesOf).length).toBeGreaterThan(20));
});
