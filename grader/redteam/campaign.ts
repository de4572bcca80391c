import type { Level } from '../model/report.ts';
import type { Found } from './find-cases.ts';
import { type Finding, Station } from './station.ts';

export interface Campaign {
  level: Level;
  cases: Found[];
  /** Decides the inputs of all checks. */
  seed: string;
  /** How many at a time. */
  workers: number;
}

/** Runs attacks at one level, each worker against a grader of its own. */
export async function run(
  { level, cases, seed, workers }: Campaign,
  onFinding: (finding: Finding) => void = () => {},
): Promise<Finding[]> {
  const ahead = cases.values();
  const findings: Finding[] = [];
  const work = async () => {
    const station = await Station.open(level, seed);
    try {
      for (const one of ahead) {
        const finding = await station.run(one);
        findings.push(finding);
        onFinding(finding);
      }
    } finally {
      station.close();
    }
  };
  await Promise.all(Array.from({ length: Math.min(workers, cases.length) }, work));
  return findings;
}
