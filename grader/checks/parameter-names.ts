/**
 * The names of a function's parameters, for tables: `(W, x)` gives `W` and `x`, a pattern is named as it is written.
 *
 * Only commas and equal signs outside of all brackets and texts separate anything.
 */
export function parameterNames(fn: (...args: never[]) => unknown): string[] {
  const source = `${fn}`.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
  const bare = /^(?:async\s+)?([\w$]+)\s*=>/.exec(source)?.[1];
  return bare === undefined ? parameters(source).map(nameOf).filter(Boolean) : [bare];
}

/** What stands between the commas of the first pair of brackets. */
function parameters(source: string): string[] {
  const found = [''];
  let depth = 0;
  for (const [token] of source.slice(source.indexOf('(')).matchAll(TOKENS)) {
    if (CLOSING.has(token) && --depth === 0) break;
    if (depth === 1 && token === ',') found.push('');
    else if (depth > 0) found[found.length - 1] += token;
    if (OPENING.has(token)) depth++;
  }
  return found;
}

/** A text in quotes is one token, everything else a character. */
const TOKENS = /'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`(?:\\.|[^`\\])*`|[\s\S]/g;
const OPENING = new Set(['(', '[', '{']);
const CLOSING = new Set([')', ']', '}']);

/** Without the default, and without the dots of a rest parameter. */
function nameOf(parameter: string): string {
  const pattern = /^\s*(?:\.\.\.)?\s*(\{[\s\S]*\}|\[[\s\S]*\]|[^=\s]*)\s*(?:=[\s\S]*)?$/.exec(parameter);
  return (pattern?.[1] ?? '').replace(/\s+/g, ' ');
}
