import type { Sandbox, Session } from '../sandbox/index.ts';

/** What a submission is graded with, as in `grade`; a guest is started only when it is asked something. */
export interface Guests {
  session: Session;
  /** Where calls are made again. */
  again: Session;
  /** Where misconceptions answer. */
  variants: Session;
}

/** So many share guests, and for so long: well before they would feel the limits that hold for one exercise. */
const ITEMS = 20;
const MILLISECONDS = 15_000;

/** Works on the items one after another; guests serve several of them, since to start one takes longer than most work. */
export async function inSessions<T, R>(
  sandbox: Sandbox,
  items: readonly T[],
  work: (item: T, guests: Guests) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  const queue = [...items];
  while (queue.length > 0) {
    const guests = { session: sandbox.open(), again: sandbox.open(), variants: sandbox.open() };
    const start = performance.now();
    try {
      for (let i = 0; i < ITEMS && queue.length > 0 && performance.now() - start < MILLISECONDS; i++)
        results.push(await work(queue.shift()!, guests));
    } finally {
      for (const session of Object.values(guests)) session.close();
    }
  }
  return results;
}
