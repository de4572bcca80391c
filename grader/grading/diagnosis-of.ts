import { localSubject } from '../checks/local-subject.ts';
import { diagnose } from '../diagnosis/diagnose.ts';
import type { Diagnosis } from '../model/report.ts';
import { earnsPoints } from '../model/verdict.ts';
import type { Session } from '../sandbox/index.ts';
import type { Prepared } from './prepare.ts';
import type { Verdicts } from './run-checks.ts';
import type { Workbench } from './workbench.ts';

/** What a submission answered is put to the misconceptions, where something failed. */
export async function diagnosisOf(
  prepared: Prepared,
  verdicts: Verdicts,
  session: Session,
  workbench: Workbench,
): Promise<Diagnosis | undefined> {
  if ('verdict' in prepared || [...verdicts.values()].every(earnsPoints)) return undefined;
  const { exercise, subject } = prepared;
  return diagnose(
    subject.messages,
    exercise.misconceptions,
    localSubject(exercise.reference),
    workbench.variantsOf(exercise, session),
  );
}
