import type { Level } from '../model/report.ts';
import type { Program } from './program.ts';
import { findCommand, type Stage, sharedLibraries } from './stage.ts';

/** A command line for `spawn`; descriptor 5 carries the filter when there is one. */
export interface Command {
  file: string;
  arguments: string[];
  filtered: boolean;
}

/** How a level runs a program; undefined when the machine lacks a tool for it. */
type Confinement = (program: Program, stage: Stage) => Command | undefined;

const NOBODY = '65534';

export const CONFINEMENTS: Record<Exclude<Level, 'C'>, Confinement> = {
  A: inBubblewrap,
  B: inNamespaces,
  none: unconfined,
};

/** Bubblewrap: own namespaces, an empty file system, and the filter of system calls (which is written for x64). */
function inBubblewrap(program: Program, stage: Stage): Command | undefined {
  const bwrap = findCommand('bwrap');
  if (!bwrap || !findCommand('prlimit') || process.arch !== 'x64') return undefined;
  return limited(program, program.filtered, [
    bwrap,
    ...(program.filtered ? ['--seccomp', '5'] : []),
    ...['--unshare-all', '--die-with-parent', '--new-session', '--clearenv', '--cap-drop', 'ALL'],
    ...['--uid', NOBODY, '--gid', NOBODY, '--hostname', 'guest'],
    ...visibleFiles(program, stage).flatMap(([inside, outside]) => ['--ro-bind', outside, inside]),
    '/program',
    ...program.arguments,
  ]);
}

/** The same file system and namespaces by `unshare` and a mount script, for machines without bubblewrap. */
function inNamespaces(program: Program, stage: Stage): Command | undefined {
  const [unshare, setpriv] = [findCommand('unshare'), findCommand('setpriv')];
  if (!unshare || !setpriv || !findCommand('prlimit')) return undefined;
  const files = [...visibleFiles(program, stage), ['/setpriv', setpriv], ...librariesOf(setpriv)];
  const unique = new Map(files.map(([inside, outside]) => [inside!, outside!]));
  return limited(program, false, [
    unshare,
    ...['--user', '--map-root-user', '--mount', '--net', '--pid', '--ipc', '--uts', '--cgroup'],
    ...[
      '--fork',
      '--kill-child=KILL',
      '/bin/sh',
      '-c',
      MOUNT_AND_ENTER,
      'jail',
      stage.root,
      unshare,
      `${unique.size}`,
    ],
    ...[...unique].flat(),
    ...program.arguments,
  ]);
}

/** Arguments: the root, `unshare`, how many files, pairs (inside, outside), then those of the program. */
const MOUNT_AND_ENTER = `
set -e
root=$1 unshare=$2 count=$3
shift 3
mount -t tmpfs -o size=64k,mode=755,nosuid,nodev tmpfs "$root"
while [ "$count" -gt 0 ]; do
  mkdir -p "$root\${1%/*}"
  : > "$root$1"
  mount --bind "$2" "$root$1"
  mount -o remount,bind,ro,nosuid,nodev "$root$1"
  shift 2
  count=$((count - 1))
done
mount -o remount,bind,ro,nosuid,nodev "$root"
exec "$unshare" --root="$root" --wd=/ /setpriv --no-new-privs --bounding-set=-all --inh-caps=-all /program "$@"
`;

/** No confinement: only for one's own code. The memory and processor limits still hold where they exist. */
function unconfined(program: Program): Command {
  const outside = (argument: string) => program.files[argument] ?? argument;
  return { file: program.executable, arguments: program.arguments.map(outside), filtered: false };
}

function visibleFiles(program: Program, stage: Stage): [inside: string, outside: string][] {
  const own = Object.entries(program.files).map(([inside, outside]): [string, string] => [
    inside,
    stage.place(outside),
  ]);
  return [['/program', stage.place(program.executable)], ...own, ...librariesOf(program.executable)];
}

const known = new Map<string, [string, string][]>();

function librariesOf(executable: string): [string, string][] {
  const found =
    known.get(executable) ?? sharedLibraries(executable).map((file): [string, string] => [file, file]);
  known.set(executable, found);
  return found;
}

/** Limits apply from the outside in: first an unprivileged user, when run by root, then the resources. */
function limited(program: Program, filtered: boolean, command: string[]): Command {
  const { cpuSeconds, addressBytes, dataBytes } = program.limits;
  const asNobody =
    process.getuid?.() === 0 ? ['setpriv', '--reuid', NOBODY, '--regid', NOBODY, '--clear-groups'] : [];
  const limits = [
    'prlimit',
    '--core=0',
    '--fsize=0',
    '--nofile=64',
    `--cpu=${cpuSeconds}`,
    `--as=${addressBytes}`,
    `--data=${dataBytes}`,
  ];
  const [file, ...rest] = [...asNobody, ...limits, ...command];
  return { file: findCommand(file!) ?? file!, arguments: rest, filtered };
}
