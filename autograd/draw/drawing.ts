/** A graph of computations as boxes and arrows, whatever it is written out as. */
export interface Drawing {
  /** Inputs before their users. */
  boxes: Box[];
  arrows: Arrow[];
}

export interface Box {
  id: string;
  /** What was given with and without a gradient to come, and what was computed. */
  kind: 'leaf' | 'constant' | 'step';
  lines: string[];
}

export interface Arrow {
  from: string;
  to: string;
  label: string;
}

export interface DrawOptions<T> {
  /** What the reader calls what: `{ W, x, loss }`. */
  names?: Readonly<Record<string, T>>;
}

/** More boxes than this are no picture. */
export const MOST_BOXES = 500;

/** A number as a picture has room for it. */
export function short(value: number): string {
  return String(Number(value.toPrecision(4)));
}

/**
 * Everything that `root` was computed from, inputs before their users, each once.
 *
 * @throws RangeError when there is too much to draw
 */
export function reachable<T>(root: T, inputsOf: (one: T) => readonly T[]): T[] {
  const found = new Set<T>();
  const open = new Set<T>();
  const stack = [root];
  while (stack.length > 0) {
    const one = stack[stack.length - 1];
    const missing = open.has(one) ? [] : inputsOf(one).filter((x) => !found.has(x));
    open.add(one);
    stack.push(...missing.reverse());
    if (missing.length === 0) found.add(stack.pop()!);
    if (open.size > MOST_BOXES) throw tooLarge();
  }
  return [...found];
}

function tooLarge(): RangeError {
  return new RangeError(
    `draw: the graph has more than ${MOST_BOXES} boxes.\n  Draw a part of it, or the same computation on fewer steps.`,
  );
}

/** A label for each thing that has a name. */
export function nameFinder<T>({ names = {} }: DrawOptions<T>): (one: T) => string | undefined {
  const found = new Map(Object.entries(names).map(([name, one]) => [one, name]));
  return (one) => found.get(one);
}
