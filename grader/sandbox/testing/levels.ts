import type { Plain } from '../../model/plain.ts';
import type { Level } from '../../model/report.ts';
import type { Outcome } from '../../model/subject.ts';
import { examine } from '../examine.ts';
import type { GuestModule, Session } from '../session.ts';

/** The levels that this machine offers. */
export async function levelsHere(): Promise<Level[]> {
  const { levels } = await examine();
  return [...(['A', 'B', 'C'] as const).filter((level) => levels[level].holds), 'none'];
}

export function submission(code: string): GuestModule {
  return { id: 'it', role: 'submission', engine: true, code };
}

let modules = 0;

/** What the guest of a session answers when it is asked for `f` of a new module. */
export function outcomes(session: Session, code: string, inputs: unknown[][] = [[]]): Promise<Outcome[]> {
  const module = { ...submission(code), id: `module-${modules++}` };
  return session.subject([module]).call('f', inputs as Plain[][]);
}

/** The only outcome. */
export async function outcome(session: Session, code: string): Promise<Outcome> {
  const [only] = await outcomes(session, code);
  return only!;
}
