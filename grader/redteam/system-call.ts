import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import type { Level } from '../model/report.ts';
import { launch } from '../sandbox/launch.ts';
import { nodeProgram } from '../sandbox/program.ts';
import { Stage } from '../sandbox/stage.ts';
import type { SystemCall } from './case.ts';
import { machineCode } from './machine-code.ts';
import type { Targets } from './targets.ts';

const TIME_LIMIT_MS = 5000;

/** Whether the kernel does what machine code in place of the guest asks for. */
export async function obeys({ call }: SystemCall, level: Level, targets: Targets): Promise<boolean> {
  const stage = new Stage();
  try {
    const executable = path.join(stage.folder, 'machine-code');
    writeFileSync(executable, machineCode(call, call.arguments(targets)), { mode: 0o755 });
    const running = launch(
      { ...nodeProgram(executable, executable), flags: [], script: undefined },
      level,
      stage,
    );
    const timer = setTimeout(() => running.kill(), TIME_LIMIT_MS);
    const [answer] = await Promise.all([text(running.output), running.ended]);
    clearTimeout(timer);
    return answer.startsWith('done');
  } finally {
    stage.remove();
  }
}
