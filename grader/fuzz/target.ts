export interface Limits {
  /** Of processor time, for one input. */
  ms: number;
  /** Of resident memory, for the whole process. */
  megabytes: number;
}

export const usual: Limits = { ms: 1000, megabytes: 600 };

/** Something that reads bytes which a stranger may have written. */
export interface Target {
  limits: Limits;
  /** Parts of the paths of the sources whose coverage leads the search. */
  covers: string[];
  /** Good inputs to begin with. */
  seeds(): Uint8Array[];
  /** What inputs are made of, and bytes at random are not. */
  words: Uint8Array[];
  /** Cuts a text into its tokens, for changes of whole ones. */
  tokens?: RegExp;
  /** @throws when the claim about this reader does not hold; the errors that it may throw are caught */
  run(bytes: Uint8Array): void | Promise<void>;
}

/** Lets the errors pass that belong to a reader. @throws any other */
export function unless(...expected: (abstract new (...args: never[]) => Error)[]): (error: unknown) => void {
  return (error) => {
    if (!expected.some((kind) => error instanceof kind)) throw error;
  };
}

export function claim(holds: boolean, what: string): void {
  if (!holds) throw new Error(`the claim does not hold: ${what}`);
}

export const wordsOf = (...texts: string[]) => texts.map((text) => new TextEncoder().encode(text));
