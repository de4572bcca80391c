import { noId, noToken, tokenTwice } from './messages.ts';

/** What tokens become that the vocabulary does not have, if it has this one. */
const UNKNOWN = '<unk>';

/**
 * Tokens, characters or words, and their ids: a token's id is its place in `tokens`.
 *
 * `JSON.stringify` writes it as the list of its tokens; `Vocabulary.from` reads that.
 *
 * @example
 * const chars = vocabulary('abracadabra', { specials: ['<eos>'] });
 * chars.encode('cab'); // [3, 1, 2]
 * chars.decode([3, 1, 2, chars.id('<eos>')]); // ['c', 'a', 'b', '<eos>']
 * Vocabulary.from(JSON.parse(JSON.stringify(chars))).size; // 6
 */
export class Vocabulary {
  readonly tokens: readonly string[];
  readonly #ids: ReadonlyMap<string, number>;

  /** @throws RangeError when a token stands there twice */
  constructor(tokens: readonly string[]) {
    this.tokens = [...tokens];
    this.#ids = new Map(tokens.map((token, id) => [token, id]));
    const twice = tokens.find((token, id) => this.#ids.get(token) !== id);
    if (twice !== undefined) throw tokenTwice(twice);
  }

  static from(tokens: readonly string[]): Vocabulary {
    return new Vocabulary(tokens);
  }

  get size(): number {
    return this.tokens.length;
  }

  has(token: string): boolean {
    return this.#ids.has(token);
  }

  /** @throws RangeError for a token that it has not, unless it has `<unk>`, whose id it gives then */
  id(token: string): number {
    const id = this.#ids.get(token) ?? this.#ids.get(UNKNOWN);
    if (id === undefined) throw noToken(token);
    return id;
  }

  /** @throws RangeError for an id that no token has */
  token(id: number): string {
    const token = this.tokens[id];
    if (token === undefined) throw noId(id, this.size);
    return token;
  }

  /** The ids of words in a list, or of the characters of a text. */
  encode(tokens: Iterable<string>): number[] {
    return Array.from(tokens, (token) => this.id(token));
  }

  decode(ids: Iterable<number>): string[] {
    return Array.from(ids, (id) => this.token(id));
  }

  toJSON(): readonly string[] {
    return this.tokens;
  }
}

export interface VocabularyOptions {
  /** Tokens that stand for no word, such as `<pad>`, `<bos>`, `<eos>`, `<unk>`: they come first, in this order. */
  specials?: readonly string[];
  /** Tokens that occur more rarely are left out; 1 unless stated. */
  minCount?: number;
}

/**
 * The vocabulary of a text: the special tokens, then all others sorted, so that it does not depend on the order of the
 * data.
 *
 * @example
 * vocabulary(['to', 'be', 'or', 'not', 'to', 'be'], { specials: ['<unk>'], minCount: 2 }).tokens; // ['<unk>', 'be', 'to']
 */
export function vocabulary(
  tokens: Iterable<string>,
  { specials = [], minCount = 1 }: VocabularyOptions = {},
): Vocabulary {
  const counts = new Map<string, number>();
  for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1);
  const frequent = [...counts.keys()].filter((token) => counts.get(token)! >= minCount);
  return new Vocabulary([...new Set([...specials, ...frequent.sort()])]);
}
