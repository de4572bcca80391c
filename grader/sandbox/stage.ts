import {
  accessSync,
  chmodSync,
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * What exists outside the grader while it runs: programs, and a folder from which an unprivileged user can read. Files
 * that such a user could not reach where they are (a checkout in the home of root) are copied into it.
 */
export class Stage {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'gradschool-'));
  /** An empty folder to mount a root on. */
  readonly root = path.join(this.folder, 'root');

  private readonly kills = new Set<() => void>();

  constructor() {
    chmodSync(this.folder, 0o755);
    mkdirSync(this.root, { mode: 0o755 });
    process.once('exit', this.remove);
    for (const signal of SIGNALS) process.once(signal, this.removeAndDie);
  }

  place(file: string): string {
    const real = realpathSync(file);
    if (isReachableByAll(real)) return real;
    const copy = path.join(this.folder, path.basename(real));
    if (!existsSync(copy)) {
      copyFileSync(real, copy);
      chmodSync(copy, 0o755);
    }
    return copy;
  }

  /** `kill` is called when the stage is removed before the program has ended. */
  adopt(kill: () => void, ended: Promise<unknown>): void {
    this.kills.add(kill);
    const forget = () => this.kills.delete(kill);
    ended.then(forget, forget);
  }

  readonly remove = (): void => {
    for (const kill of this.kills) kill();
    process.off('exit', this.remove);
    for (const signal of SIGNALS) process.off(signal, this.removeAndDie);
    rmSync(this.folder, { recursive: true, force: true });
  };

  private readonly removeAndDie = (signal: NodeJS.Signals): void => {
    this.remove();
    process.kill(process.pid, signal);
  };
}

function isReachableByAll(file: string): boolean {
  if ((statSync(file).mode & 0o004) === 0) return false;
  for (let folder = path.dirname(file); folder !== path.dirname(folder); folder = path.dirname(folder)) {
    if ((statSync(folder).mode & 0o001) === 0) return false;
  }
  return true;
}

/** The first of the folders of PATH, and the usual ones, that holds the command. */
export function findCommand(name: string): string | undefined {
  const folders = [
    ...(process.env.PATH ?? '').split(path.delimiter),
    '/usr/bin',
    '/bin',
    '/usr/sbin',
    '/sbin',
  ];
  return folders.map((folder) => path.join(folder, name)).find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
