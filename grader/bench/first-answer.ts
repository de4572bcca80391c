import type { GuestModule, Sandbox, Session } from '../sandbox/index.ts';

const echo: GuestModule = { id: 'echo', role: 'submission', engine: false, code: 'exports.f = (x) => x;' };

/** A function in a guest that gives back what it gets. */
export const echoIn = (session: Session) => session.subject([echo]);

/** A guest, from when it is asked for to when it has loaded code and answered a call. */
export async function firstAnswer(sandbox: Sandbox): Promise<Session> {
  const session = sandbox.open();
  const [answer] = await echoIn(session).call('f', [[1]]);
  if (answer?.kind !== 'answer') throw new Error(`no answer: ${JSON.stringify(answer)}`);
  return session;
}
