import { type ChildProcess, spawn } from 'node:child_process';
import { stateOf } from './process-tree.ts';

const NOBODY = 65534;

/** A process beside the guests, of their own user, which an attacker could end or stop. */
export class Sibling {
  private child: ChildProcess = start();

  get pid(): number {
    return this.child.pid!;
  }

  /** Whether it still runs; one that does not is replaced. */
  isWell(): boolean {
    const well = /[RSD]/.test(stateOf(this.pid));
    if (!well) {
      this.close();
      this.child = start();
    }
    return well;
  }

  close(): void {
    this.child.kill('SIGKILL');
  }
}

function start(): ChildProcess {
  const user = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  return spawn('sleep', ['10000'], { stdio: 'ignore', ...user });
}
