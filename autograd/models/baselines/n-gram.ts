import { choice, type Rng } from '#autograd';
import { Counts } from './counts.ts';

/** Where a sequence begins and ends; no sequence holds them itself. */
const START = '<bos>';
const END = '<eos>';

/**
 * The language model of the first week: what comes next, by the `order - 1` tokens before it. Contexts that were rarely
 * seen lean on shorter ones, down to an even chance for every token, by how many kinds of token followed them (Witten
 * and Bell, 1991):
 *
 *     P(w | h) = (count(h w) + kinds(h) P(w | h')) / (count(h) + kinds(h))
 *
 * with kinds(h) the number of different tokens seen after h, and h' a token shorter. The end is a token like others.
 */
export class NGram {
  readonly order: number;
  readonly #followers = new Map<string, Counts<string>>();

  /** @throws RangeError for an order that is no whole number of 1 or more */
  constructor(order: number) {
    if (!Number.isInteger(order) || order < 1)
      throw new RangeError(`NGram: the order is a whole number of 1 or more, not ${order}.`);
    this.order = order;
  }

  /** Counts what follows what; sequences of an earlier call are forgotten. */
  fit(sequences: Iterable<readonly string[]>): this {
    this.#followers.clear();
    for (const sequence of sequences)
      for (const { before, next } of placesOf(sequence))
        for (const context of this.#contextsOf(before)) this.#count(context, next);
    return this;
  }

  /** ln P of a sequence and its end; -Infinity when it has a token that was never seen. */
  logProbability(sequence: readonly string[]): number {
    const terms = placesOf(sequence).map(({ before, next }) => Math.log(this.probability(next, before)));
    return terms.reduce((sum, term) => sum + term, 0);
  }

  /** What a token costs on average, the ends counted too: the logarithm to base 2 of the perplexity. */
  bitsPerToken(sequences: readonly (readonly string[])[]): number {
    const tokens = sequences.reduce((sum, { length }) => sum + length + 1, 0);
    const nats = sequences.reduce((sum, sequence) => sum - this.logProbability(sequence), 0);
    return nats / Math.LN2 / tokens;
  }

  /** A new sequence, each token as likely as the model says. */
  generate(rng: Rng): string[] {
    const before = [START];
    for (;;) {
      const weights = this.tokens().map((token) => this.probability(token, before));
      const next = choice(this.tokens(), rng, weights);
      if (next === END) return before.slice(1);
      before.push(next);
    }
  }

  /** What may come next: each token that was seen, and the end, `<eos>`. */
  tokens(): string[] {
    return this.#followers.get('')?.kinds() ?? [];
  }

  /** P(next | before), where `before` begins with `<bos>`, as a sequence does. */
  probability(next: string, before: readonly string[]): number {
    const even = this.tokens().includes(next) ? 1 / this.tokens().length : 0;
    return this.#contextsOf(before).reduce((shorter, context) => {
      const seen = this.#followers.get(context);
      if (!seen) return shorter;
      const kinds = seen.kinds().length;
      return (seen.of(next) + kinds * shorter) / (seen.total + kinds);
    }, even);
  }

  #count(context: string, next: string): void {
    if (!this.#followers.has(context)) this.#followers.set(context, new Counts());
    this.#followers.get(context)!.add(next);
  }

  /** No token, the last one, the last two …, up to `order - 1`. */
  #contextsOf(before: readonly string[]): string[] {
    const longest = Math.min(this.order - 1, before.length);
    return Array.from({ length: longest + 1 }, (_, n) => before.slice(before.length - n).join('\0'));
  }
}

/** A place in a sequence: what stands before it, and what stands there. */
interface Place {
  before: string[];
  next: string;
}

function placesOf(sequence: readonly string[]): Place[] {
  const whole = [START, ...sequence, END];
  return sequence.concat(END).map((next, i) => ({ before: whole.slice(0, i + 1), next }));
}
