/** A grader in a process of its own, to be attacked: it is told a case, and says what that came to. */
import inspector from 'node:inspector';
import { loadCourse } from '../course/find.ts';
import { Workbench } from '../grading/workbench.ts';
import type { Level } from '../model/report.ts';
import { openAt } from '../sandbox/open-at.ts';
import { type Attempt, attempt, honestReport } from './attempt.ts';
import { findCases } from './find-cases.ts';
import { isRunAt } from './levels-of.ts';
import { obeys } from './system-call.ts';
import type { Targets } from './targets.ts';

/** What the lane is told. */
export interface Order {
  /** Such as `realm/constructor-chain`. */
  name: string;
  targets: Targets;
  /** For what must be written to be handed in. */
  folder: string;
}

/** What the lane answers. */
export interface Result {
  outcome: Attempt['outcome'] | { kind: 'kernel'; obeyed: boolean } | { kind: 'fault'; message: string };
  said: string;
  neighbourChanged: boolean;
  debuggerOpened: boolean;
}

const [level, seed] = process.argv.slice(2) as [Level, string];
const course = await loadCourse();
const cases = await findCases();
const home = openAt(level);
const tools = { course, workbench: new Workbench(home), seed };
const alone = await honestReport({ ...tools, sandbox: home });

async function attend({ name, targets, folder }: Order): Promise<Result> {
  const { group, one } = cases.find((found) => found.name === name)!;
  if (!isRunAt(one, level, process.arch))
    throw new Error(`${name} does harm at level ${level}, and is not run there`);
  if (one.kind === 'system call') {
    return result({ outcome: { kind: 'kernel', obeyed: await obeys(one, level, targets) } });
  }
  const { outcome, said, neighbour } = await attempt({ one, group, level, targets, folder }, tools);
  return result({ outcome, said, neighbourChanged: neighbour !== alone });
}

function result(known: Partial<Result> & Pick<Result, 'outcome'>): Result {
  const debuggerOpened = inspector.url() !== undefined;
  if (debuggerOpened) inspector.close();
  return { said: '', neighbourChanged: false, debuggerOpened, ...known };
}

/** A fault of the grader's own. */
function fault(error: unknown): Result {
  return result({
    outcome: { kind: 'fault', message: error instanceof Error ? error.message : String(error) },
  });
}

process.on('message', (order: Order) => {
  attend(order)
    .catch(fault)
    .then((answer) => process.send!(answer));
});
process.on('disconnect', () => process.exit());
process.send!('ready');
