import { existsSync, readFileSync } from 'node:fs';
import { release } from 'node:os';
import { findCommand } from './find-command.ts';

/** What there is to know of a machine that keeps a sandbox from working, as plain data. */
export interface Machine {
  /** Version of Node, as in 24.1.0. */
  node: string;
  platform: string;
  /** For people. */
  system: string;
  isRoot: boolean;
  isContainer: boolean;
  packages: 'apt-get' | 'dnf' | undefined;
  /** Which of the commands that the jails are made of are missing. */
  missing: string[];
  /** Settings of the kernel, as `sysctl` names them, where the kernel has them. */
  settings: Record<string, string>;
}

const COMMANDS = ['bwrap', 'unshare', 'setpriv', 'prlimit'];
const SETTINGS = [
  'kernel.unprivileged_userns_clone',
  'kernel.apparmor_restrict_unprivileged_userns',
  'user.max_user_namespaces',
];

export function thisMachine(): Machine {
  return {
    node: process.versions.node,
    platform: process.platform,
    system: `${distribution()} ${release()}, ${process.arch}`,
    isRoot: process.getuid?.() === 0,
    isContainer: ['/.dockerenv', '/run/.containerenv'].some(existsSync),
    packages: (['apt-get', 'dnf'] as const).find(findCommand),
    missing: COMMANDS.filter((name) => findCommand(name) === undefined),
    settings: Object.fromEntries(SETTINGS.flatMap(setting)),
  };
}

function distribution(): string {
  const name = /^PRETTY_NAME="?([^"\n]*)/m.exec(read('/etc/os-release') ?? '')?.[1];
  return name ? `${name}, ${process.platform}` : process.platform;
}

function setting(name: string): [string, string][] {
  const value = read(`/proc/sys/${name.replaceAll('.', '/')}`);
  return value === undefined ? [] : [[name, value.trim()]];
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
