import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { promisify } from 'node:util';
import type { Command } from 'commander';
import type { ExerciseAudit } from '../audit/index.ts';
import { inLanes } from '../grading/in-lanes.ts';
import { type GradingOptions, wholeNumber } from './options.ts';
import { chosenCourse, withGrading } from './with-grading.ts';

interface Options extends Pick<GradingOptions, 'exercise'> {
  seeds: number;
  workers: number;
  journal: string;
  json?: string;
  write?: true;
}

export function addAudit(program: Command): void {
  program
    .command('audit')
    .description(
      'how often the grader is wrong: right work, mistakes, mutants; compared with docs/accuracy.json',
    )
    .option('--exercise <id>', 'only this exercise: 12-rnn-cell, 12 or rnn-cell')
    .option('--seeds <n>', 'how many seeds', wholeNumber, 50)
    .option('--workers <n>', 'how many exercises at a time', wholeNumber, availableParallelism())
    .option('--journal <folder>', 'where results are kept, so that an interrupted audit goes on', 'out/audit')
    .option('--json <file>', 'all that was found, as JSON; - is the standard output')
    .option('--write', 'record the numbers in docs/accuracy.json and docs/accuracy.md')
    .action(async (options: Options) => {
      const { exercises } = await chosenCourse(options);
      const audits = await inLanes(exercises, options.workers, ({ id }) =>
        exercises.length === 1 ? auditHere(id, options) : auditInProcess(id, options),
      );
      await tell(audits, options);
    });
}

/** Each exercise in a process of its own: drawing and judging take as long as answering. */
async function auditInProcess(id: string, { seeds, journal }: Options): Promise<ExerciseAudit> {
  const { Journal } = await import('../audit/index.ts');
  const known = new Journal(journal).known(id, seeds);
  if (known) return known;
  const args = ['audit', '--exercise', id, '--seeds', `${seeds}`, '--journal', journal, '--json', '-'];
  const command = [...process.execArgv, process.argv[1]!, ...args];
  const child = promisify(execFile)(process.execPath, command, { maxBuffer: 1 << 26 });
  child.child.stderr?.pipe(process.stderr, { end: false });
  // complaints make its exit code 1, and are told here
  const { stdout } = await child.catch((error: { code?: unknown; stdout: string }) => {
    if (error.code === 1 && error.stdout !== '') return error;
    throw error;
  });
  return (JSON.parse(stdout) as ExerciseAudit[])[0]!;
}

async function auditHere(id: string, { seeds, journal: folder }: Options): Promise<ExerciseAudit> {
  const { auditExercise, Journal, materialOf } = await import('../audit/index.ts');
  const journal = new Journal(folder);
  const known = journal.known(id, seeds);
  if (known) return known;
  const course = await chosenCourse({ exercise: id });
  const start = performance.now();
  const exercise = course.exercises[0]!;
  const material = await materialOf(exercise);
  const audit = await withGrading(course, { sandbox: 'strong' }, { submissions: 0, workers: 1 }, (grading) =>
    auditExercise(exercise, material, seeds, grading),
  );
  process.stderr.write(`${id}: ${((performance.now() - start) / 1000).toFixed(0)} s\n`);
  journal.keep(audit);
  return audit;
}

async function tell(audits: ExerciseAudit[], { json, write }: Options): Promise<void> {
  const { figuresOf, record, table } = await import('../audit/index.ts');
  const figures = audits.map(figuresOf);
  if (json === '-') process.stdout.write(`${JSON.stringify(audits)}\n`);
  else process.stdout.write(table(figures));
  if (json !== undefined && json !== '-') writeFileSync(json, `${JSON.stringify(audits, null, 2)}\n`);
  const complaints = await complaintsOf(audits, write);
  if (json !== '-') process.stderr.write(complaints.map((complaint) => `${complaint}\n`).join(''));
  if (complaints.length > 0) process.exitCode = 1;
  if (!write) return;
  if (complaints.length > 0) process.stderr.write('Nothing is recorded before that is mended.\n');
  else
    record(
      figures,
      (await chosenCourse({})).exercises.map(({ id }) => id),
    );
}

/** What is not as it must be, and what was better before. */
async function complaintsOf(audits: ExerciseAudit[], write?: true): Promise<string[]> {
  const { complaintsAbout, figuresOf, recorded, worseThan } = await import('../audit/index.ts');
  const before = write ? [] : recorded();
  return audits.flatMap((audit) => {
    const known = before.find(({ id }) => id === audit.id);
    const worse = known ? worseThan(known, figuresOf(audit)) : [];
    return [...complaintsAbout(audit), ...worse].map((complaint) => `${audit.id}: ${complaint}`);
  });
}
