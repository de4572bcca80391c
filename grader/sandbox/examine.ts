import type { Level } from '../model/report.ts';
import { chooseLevel } from './choice.ts';
import { type Machine, thisMachine } from './machine.ts';
import { type Finding, probe } from './probe.ts';
import { remedies } from './remedies.ts';
import { Stage } from './stage.ts';

type Confining = Exclude<Level, 'none'>;

/** Which levels hold on a machine, why others do not, and what would help. */
export interface Examination {
  machine: Machine;
  levels: Record<Confining, Finding & { remedies: string[] }>;
  /** The level that each strength comes to here. */
  strong: Level | undefined;
  basic: Level | undefined;
}

/** Tries every level on this machine. */
export async function examine(): Promise<Examination> {
  const machine = thisMachine();
  const stage = new Stage();
  const findings = {
    A: await probe('A', stage),
    B: await probe('B', stage),
    C: await probe('C', stage),
  };
  stage.remove();
  const chosen = async (strength: 'strong' | 'basic') => {
    const choice = await chooseLevel(strength, async (level) => findings[level as Confining]);
    return 'level' in choice ? choice.level : undefined;
  };
  const withRemedies = (level: Confining) => ({
    ...findings[level],
    remedies: findings[level].holds ? [] : remedies(level, machine),
  });
  return {
    machine,
    levels: { A: withRemedies('A'), B: withRemedies('B'), C: withRemedies('C') },
    strong: await chosen('strong'),
    basic: await chosen('basic'),
  };
}
