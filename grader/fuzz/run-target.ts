/**
 * A process that explores one target until it is told to stop, hangs, or dies: `run-target <job as JSON>`.
 * It prints a line of JSON for each progress and each finding.
 */
import { pathToFileURL } from 'node:url';
import { seededRng } from '#autograd';
import { CurrentInput } from './current-input.ts';
import { explore } from './explore.ts';
import { keep } from './findings.ts';
import type { Target } from './target.ts';
import type { Job } from './watch.ts';

/** One fault shows in many inputs. */
const known = new Set<string>();

async function run(job: Job): Promise<void> {
  const { TARGETS } = (await import(pathToFileURL(job.module).href)) as { TARGETS: Record<string, Target> };
  const current = new CurrentInput(job.current);
  const end = performance.now() + job.ms;
  await explore({
    target: TARGETS[job.target]!,
    rng: seededRng(job.seed),
    isOver: () => performance.now() >= end || known.size >= job.enough,
    onRun: (input) => current.write(input),
    onFailure(input, error) {
      const what = whatFailed(error);
      if (known.has(what)) return;
      known.add(what);
      say({ finding: keep(job, input, what) });
    },
    onProgress: (progress) => say({ progress }),
  });
}

function whatFailed(error: unknown): string {
  if (!(error instanceof Error)) return `threw ${String(error)}`;
  const where = /\(?([^\s(]+:\d+):\d+\)?$/m.exec(error.stack?.slice(error.message.length) ?? '')?.[1];
  return `${error.name}: ${error.message.split('\n', 1)[0]!.slice(0, 200)} (${where?.split('/').at(-1)})`;
}

function say(word: object): void {
  process.stdout.write(`${JSON.stringify(word)}\n`);
}

await run(JSON.parse(process.argv[2]!) as Job);
