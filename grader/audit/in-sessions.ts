import type { Sandbox, Session } from '../sandbox/index.ts';

/** A session may keep the grader waiting for two minutes only, so it serves a few. */
const PER_SESSION = 20;

/** Works on the items one after another, each with a session, which serves several of them. */
export async function inSessions<T, R>(
  sandbox: Sandbox,
  items: readonly T[],
  work: (item: T, session: Session) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  for (let from = 0; from < items.length; from += PER_SESSION) {
    const session = sandbox.open();
    try {
      for (const item of items.slice(from, from + PER_SESSION)) results.push(await work(item, session));
    } finally {
      session.close();
    }
  }
  return results;
}
