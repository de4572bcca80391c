import type { Level } from '../model/report.ts';
import type { Strength } from './choice.ts';
import type { Machine } from './machine.ts';
import { remedies } from './remedies.ts';

/** No level that was asked for holds on this machine; the message says why, and what would help. */
export class NoSandboxError extends Error {
  constructor(strength: Strength, reasons: Map<Level, string>, machine: Machine) {
    const cures = new Set([...reasons.keys()].flatMap((level) => remedies(level, machine)));
    const lines = [
      `no sandbox holds on this machine, so nothing was run (--sandbox ${strength}).`,
      ...[...reasons].map(([level, why]) => `level ${level}: ${why}`),
      ...[...cures].map((cure) => `→ ${cure}`),
      'gradschool doctor says more; --sandbox basic demands less, and none is for your own code only.',
    ];
    super(lines.join('\n  '));
  }
}
