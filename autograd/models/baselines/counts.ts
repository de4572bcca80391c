/** How often each of some things was seen. */
export class Counts<T> {
  readonly #counts = new Map<T, number>();
  #total = 0;

  add(thing: T): void {
    this.#counts.set(thing, this.of(thing) + 1);
    this.#total++;
  }

  of(thing: T): number {
    return this.#counts.get(thing) ?? 0;
  }

  get total(): number {
    return this.#total;
  }

  /** The different things, in the order in which they came. */
  kinds(): T[] {
    return [...this.#counts.keys()];
  }

  /** What came most often, of equals the first that came; undefined when nothing did. */
  mostFrequent(): T | undefined {
    const [first, ...others] = this.kinds();
    return others.reduce((best, thing) => (this.of(thing) > this.of(best) ? thing : best), first);
  }
}
