/** The names of a function's parameters, for tables: `(W, x = 1)` gives `W` and `x`; a pattern is named as written. */
export function parameterNames(fn: (...args: never[]) => unknown): string[] {
  const bare = /^(?:async\s+)?([\w$]+)\s*=>/.exec(`${fn}`)?.[1];
  return bare === undefined ? parameters(`${fn}`).map(tidy).filter(Boolean) : [bare];
}

/** A comment or a text in quotes is one token, everything else a character. */
const TOKENS = /\/\*[\s\S]*?\*\/|\/\/.*|'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`(?:\\.|[^`\\])*`|[\s\S]/g;

/** What stands between the commas of the first pair of brackets, without defaults. */
function parameters(source: string): string[] {
  const found = [''];
  let depth = 0;
  let inDefault = false;
  for (const [token] of source.slice(source.indexOf('(')).matchAll(TOKENS)) {
    if (')]}'.includes(token) && --depth === 0) break;
    if (depth === 1 && token === ',') found.push('');
    if (depth === 1 && (token === ',' || token === '=')) inDefault = token === '=';
    else if (depth > 0 && !inDefault && !/^\/[*/]/.test(token)) found[found.length - 1] += token;
    if ('([{'.includes(token)) depth++;
  }
  return found;
}

function tidy(parameter: string): string {
  return parameter.replace('...', '').replace(/\s+/g, ' ').trim();
}
