import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { machineCode, OUT } from './machine-code.ts';

const GETPID = 20;

/** Whether programs of 32 bits get into the kernel of this machine at all: some kernels leave this door out. */
export function hasOldDoor(): boolean {
  if (process.arch !== 'x64') return false;
  const folder = mkdtempSync(path.join(tmpdir(), 'gradschool-door-'));
  try {
    const program = path.join(folder, 'program');
    writeFileSync(program, machineCode({ number: GETPID, door: 'int 0x80' }, []), { mode: 0o755 });
    const stdio = Array.from({ length: OUT + 1 }, (_, i) => (i === OUT ? 'pipe' : 'ignore'));
    return spawnSync(program, { stdio: stdio as ('pipe' | 'ignore')[] }).output?.[OUT]?.toString() === 'done';
  } finally {
    rmSync(folder, { recursive: true });
  }
}
