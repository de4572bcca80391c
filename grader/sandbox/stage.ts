import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { guestUser } from './guest-user.ts';

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
  private readonly placed = new Map<string, string>();

  constructor() {
    chmodSync(this.folder, 0o755);
    mkdirSync(this.root, { mode: 0o755 });
    process.once('exit', this.remove);
    for (const signal of SIGNALS) process.once(signal, this.removeAndDie);
    keepInspectorShut();
  }

  /** Where the user as whom guests run finds this file. */
  place(file: string): string {
    const known = this.placed.get(file);
    if (known !== undefined) return known;
    const real = realpathSync(file);
    const found = isReachableByGuests(real) ? real : this.copy(real);
    this.placed.set(file, found);
    return found;
  }

  /** A file that is made when it is first asked for. */
  write(name: string, content: () => Uint8Array): string {
    const file = path.join(this.folder, name);
    if (!existsSync(file)) writeFileSync(file, content());
    return file;
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

  private copy(file: string): string {
    const copy = path.join(this.folder, `${this.placed.size}-${path.basename(file)}`);
    copyFileSync(file, copy);
    chmodSync(copy, 0o755);
    return copy;
  }

  private readonly removeAndDie = (signal: NodeJS.Signals): void => {
    this.remove();
    process.kill(process.pid, signal);
  };
}

/** Node would open its inspector, and so itself, to whoever sends SIGUSR1, unless somebody listens for that. */
function keepInspectorShut(): void {
  if (!process.listeners('SIGUSR1').includes(ignore)) process.on('SIGUSR1', ignore);
}

function ignore(): void {}

function isReachableByGuests(file: string): boolean {
  if (guestUser() === undefined) return true;
  if ((statSync(file).mode & 0o004) === 0) return false;
  for (let folder = path.dirname(file); folder !== path.dirname(folder); folder = path.dirname(folder)) {
    if ((statSync(folder).mode & 0o001) === 0) return false;
  }
  return true;
}
