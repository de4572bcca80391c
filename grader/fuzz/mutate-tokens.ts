import type { Rng } from '#autograd';
import { below, type Material, pick } from './choose.ts';

type Edit = (tokens: string[], at: number, material: TokenMaterial) => string[];

interface TokenMaterial {
  rng: Rng;
  words: string[];
  other: string[];
}

const EDITS: Edit[] = [
  (tokens, at, { rng, words }) => tokens.with(at, pick(words, rng)),
  (tokens, at, { rng, other }) => tokens.with(at, pick(other, rng)),
  (tokens, at, { rng }) => tokens.with(at, likeIt(tokens, at, rng)),
  (tokens, at, { rng, words }) => tokens.toSpliced(at, 0, pick(words, rng)),
  (tokens, at, { rng, other }) => tokens.toSpliced(at, 0, ...some(other, rng)),
  (tokens, at, { rng }) => tokens.toSpliced(at, 0, ...some(tokens, rng)),
  (tokens, at, { rng }) => tokens.toSpliced(at, some(tokens, rng).length),
];

/** One to four changes of whole tokens: of a text it leaves more intact than changes of bytes do. */
export function mutateTokens(
  bytes: Uint8Array,
  pattern: RegExp,
  { rng, words, other }: Material,
): Uint8Array {
  const material = { rng, words: words.map(textOf), other: tokensIn(other, pattern) };
  let tokens = tokensIn(bytes, pattern);
  for (let left = 1 << below(rng, 3); left > 0; left--)
    tokens = filled(pick(EDITS, rng)(tokens, below(rng, tokens.length), material));
  return Buffer.from(tokens.join(''), 'latin1');
}

function tokensIn(bytes: Uint8Array, pattern: RegExp): string[] {
  return filled(textOf(bytes).match(pattern) ?? []);
}

/** Never none, so that there is always one to change. */
function filled(tokens: string[]): string[] {
  return tokens.length > 0 ? tokens : [''];
}

/** One character a byte, whatever the bytes. */
function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}

/** A token that begins as this one does: a text for a text, a number for a number. */
function likeIt(tokens: string[], at: number, rng: Rng): string {
  const [first] = tokens[at]!;
  return pick(
    tokens.filter((token) => token[0] === first),
    rng,
  );
}

function some(tokens: string[], rng: Rng): string[] {
  const at = below(rng, tokens.length);
  return tokens.slice(at, at + 1 + below(rng, 1 << below(rng, 6)));
}
