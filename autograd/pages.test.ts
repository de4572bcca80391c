import { readFileSync } from 'node:fs';
import { transformSync } from 'esbuild';
import { describe, expect, it } from 'vitest';
import * as autograd from '#autograd';
import * as check from '#autograd/check';
import * as extend from '#autograd/extend';
import * as files from '#autograd/files';
import * as io from '#autograd/io';
import * as nn from '#autograd/nn';
import * as optim from '#autograd/optim';
import * as train from '#autograd/train';
import { claimsOf } from './testing/snippet.ts';

const MODULES: Record<string, object> = {
  '#autograd': autograd,
  '#autograd/check': check,
  '#autograd/extend': extend,
  '#autograd/nn': nn,
  '#autograd/optim': optim,
  '#autograd/io': io,
  '#autograd/train': train,
  '#autograd/files': files,
};
const PAGES = ['training.md', 'tensors-in-ten-minutes.md', 'op-authors.md', 'weights.md'];

const withoutTypes = (code: string) => transformSync(code, { loader: 'ts', format: 'esm' }).code;

const valuesOf = (names: string) => names.split(', ').filter((name) => !name.startsWith('type '));

describe('a page of docs/ gives what it says', () => {
  for (const name of PAGES) {
    const page = readFileSync(new URL(`../docs/${name}`, import.meta.url), 'utf8');
    const snippets = [...page.matchAll(/```ts\n(.*?)```/gs)].map(([, snippet]) => snippet);

    // later snippets build on earlier ones
    for (const { line, found, said } of claimsOf(snippets.join('\n'), withoutTypes))
      it(`${name}: ${line}`, () => {
        if (said === 'shown below') expect(page).toContain(found);
        else expect(found).toEqual(said);
      });

    it(`${name} imports what there is`, () => {
      for (const [, names, module] of page.matchAll(/^import \{ (.*) \} from '(.*)';$/gm))
        expect(Object.keys(MODULES[module])).toEqual(expect.arrayContaining(valuesOf(names)));
    });

    it(`${name} makes a claim in every snippet`, () => {
      for (const snippet of snippets) expect(snippet).toMatch(/; \/\/ /);
    });
  }
});
