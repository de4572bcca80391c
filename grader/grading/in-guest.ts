import type { Sandbox, Session } from '../sandbox/index.ts';

/** Does some work with a guest of its own, which is started only when something is asked. */
export async function inGuest<T>(sandbox: Sandbox, work: (session: Session) => Promise<T>): Promise<T> {
  const session = sandbox.open();
  try {
    return await work(session);
  } finally {
    session.close();
  }
}
