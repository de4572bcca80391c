import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as autograd from '#autograd';
import * as check from '#autograd/check';
import * as extend from '#autograd/extend';
import * as files from '#autograd/files';
import * as io from '#autograd/io';
import * as nn from '#autograd/nn';
import * as optim from '#autograd/optim';
import * as train from '#autograd/train';

// `var` is a word of the language, and no name for a parameter
const { var: _, ...named } = autograd;
const scope: Record<string, unknown> = {
  ...named,
  ...check,
  ...extend,
  ...nn,
  ...optim,
  ...io,
  ...train,
  ...files,
};

/** What an expression gave, and what the comment behind it says. */
export interface Claim {
  line: string;
  found: unknown;
  said: unknown;
}

/**
 * Runs a snippet with all that the engine exports in scope. A claim is a line in one of three forms:
 *
 *     expression; // expected
 *     expression; // throws Error: the first line of its message
 *     expression; // shown below
 */
export function claimsOf(snippet: string, toJavaScript = (code: string) => code): Claim[] {
  const code = snippet.replaceAll(/^import .*$/gm, '').replaceAll(/^(?!const )(.+?); \/\/ (.+)$/gm, claim);
  const names = { ...scope, messageOf, claims: [] as Claim[] };
  // a block, whose own names may be those of exports
  const run = new Function(...Object.keys(names), `{ ${toJavaScript(code)}\n}`);
  inEmptyFolder(() => run(...Object.values(names)));
  return names.claims;
}

function claim(_: string, expression: string, said: string): string {
  const [found, expected] = said.startsWith('throws ')
    ? [`messageOf(() => ${expression})`, JSON.stringify(said.slice('throws '.length))]
    : [expression, said === 'shown below' ? JSON.stringify(said) : said];
  return `claims.push({ line: ${JSON.stringify(expression)}, found: ${found}, said: ${expected} });`;
}

/** Snippets may save files. */
function inEmptyFolder(run: () => void): void {
  const home = process.cwd();
  const folder = mkdtempSync(path.join(tmpdir(), 'gradschool-snippet-'));
  process.chdir(folder);
  try {
    run();
  } finally {
    process.chdir(home);
    rmSync(folder, { recursive: true });
  }
}

/** The first line of what is thrown, without the place of a call, which differs from run to run. */
function messageOf(f: () => unknown): string {
  try {
    f();
  } catch (error) {
    return String(error).split(/\n|[,;] (?:the op was )?called at/)[0];
  }
  return 'nothing was thrown';
}
