import { execFileSync } from 'node:child_process';
import {
  accessSync,
  chmodSync,
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * A folder of this run from which an unprivileged user can read. Programs that such a user could not reach where
 * they are (a checkout in the home of root) are copied into it.
 */
export class Stage {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'gradschool-'));
  /** An empty folder to mount a root on. */
  readonly root = path.join(this.folder, 'root');

  constructor() {
    chmodSync(this.folder, 0o755);
    mkdirSync(this.root, { mode: 0o755 });
  }

  place(file: string): string {
    if (isReachableByAll(file)) return file;
    const copy = path.join(this.folder, path.basename(file));
    if (!existsSync(copy)) copyFileSync(file, copy);
    return copy;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
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

/** The shared libraries, loader included, that a trusted program needs; none for a static one. */
export function sharedLibraries(executable: string): string[] {
  try {
    const listing = execFileSync('ldd', [executable], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return [...listing.matchAll(/(?:=>\s+|^\s*)(\/\S+)/gm)].map((match) => match[1]!);
  } catch {
    return [];
  }
}
