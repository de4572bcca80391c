import { localSubject } from '../checks/local-subject.ts';
import { diagnose } from '../diagnosis/diagnose.ts';
import { Recorder } from '../diagnosis/recorder.ts';
import { Clock } from '../grading/clock.ts';
import { exerciseReport } from '../grading/exercise-report.ts';
import { judge, type SeedOf } from '../grading/judge.ts';
import { compile, type Prepared, prepare } from '../grading/prepare.ts';
import { replay } from '../grading/replay.ts';
import type { Verdicts } from '../grading/run-checks.ts';
import { checkSeed } from '../grading/seeds.ts';
import { Transcript } from '../grading/transcript.ts';
import type { Workbench } from '../grading/workbench.ts';
import type { Exercise } from '../model/exercise.ts';
import type { ExerciseReport } from '../model/report.ts';
import { earnsPoints } from '../model/verdict.ts';
import type { Sandbox, Session } from '../sandbox/index.ts';

const DIGEST = '0'.repeat(64);
/** A session may keep the grader waiting for two minutes only, so a few seeds each. */
const SEEDS_PER_SESSION = 10;

/** What one text earns with seed after seed, as `grade` does it, but with the same guests for ten seeds; two at a time. */
export async function gradeManySeeds(
  exercise: Exercise,
  text: string,
  seeds: number,
  sandbox: Sandbox,
  workbench: Workbench,
): Promise<ExerciseReport[]> {
  const reports: ExerciseReport[] = [];
  const starts = Array.from(
    { length: Math.ceil(seeds / SEEDS_PER_SESSION) },
    (_, k) => k * SEEDS_PER_SESSION,
  ).values();
  const lane = async () => {
    for (const start of starts) {
      const [student, again, variants] = [sandbox.open(), sandbox.open(), sandbox.open()];
      try {
        const files = new Map([[exercise.id, { kind: 'source' as const, text }]]);
        const submission = { id: 'many', digest: DIGEST, files };
        const compiled = await compile(exercise, submission, sandbox, workbench);
        const prepared = await prepare(exercise, compiled, student);
        for (let i = start; i < Math.min(seeds, start + SEEDS_PER_SESSION); i++) {
          reports[i] = await gradeSeed(afresh(prepared), `seed ${i}`, again, variants, workbench);
        }
      } finally {
        student.close();
        again.close();
        variants.close();
      }
    }
  };
  await Promise.all([lane(), lane()]);
  return reports;
}

/** With nothing remembered of the seeds before. */
function afresh(prepared: Prepared): Prepared {
  if ('verdict' in prepared) return prepared;
  const transcript = new Transcript(prepared.subject);
  return { ...prepared, transcript, subject: new Recorder(transcript) };
}

async function gradeSeed(
  prepared: Prepared,
  seed: string,
  again: Session,
  variants: Session,
  workbench: Workbench,
): Promise<ExerciseReport> {
  const { exercise } = prepared;
  const seedOf: SeedOf = ({ id }, part) => checkSeed(seed, DIGEST, id, part);
  const [verdicts] = (await judge([prepared], seedOf, new Clock())) as [Verdicts];
  await replay([prepared], [verdicts], again, seedOf);
  if ('verdict' in prepared || [...verdicts.values()].every(earnsPoints))
    return exerciseReport(prepared, verdicts, undefined);
  const { messages } = prepared.subject;
  const variantOf = workbench.variantsOf(exercise, variants);
  const diagnosis = await diagnose(
    messages,
    exercise.misconceptions,
    localSubject(exercise.reference),
    variantOf,
  );
  return exerciseReport(prepared, verdicts, diagnosis);
}
