import { release } from 'node:os';
import type { Command } from './confinements.ts';
import { requireCommand } from './find-command.ts';
import { limited } from './limited.ts';
import { commandLine, type Program } from './program.ts';
import type { Stage } from './stage.ts';
import { librariesOf, visibleFiles } from './visible-files.ts';

/** Level B: the file system and namespaces of level A by `unshare` and a mount script, without bubblewrap. */
export function inNamespaces(program: Program, stage: Stage): Command {
  const [unshare, setpriv] = [requireCommand('unshare'), requireCommand('setpriv')];
  const files = new Map([
    ...visibleFiles(program, stage),
    ...librariesOf(setpriv),
    ['/setpriv', setpriv] as const,
  ]);
  return limited(program, [
    unshare,
    ...['--user', '--map-root-user', '--mount', '--net', '--pid', '--ipc', '--uts', '--cgroup'],
    ...['--fork', '--kill-child=KILL', '/bin/sh', '-c', MOUNT_AND_ENTER, 'jail'],
    ...[stage.root, unshare, `${files.size}`],
    ...[...files].flat(),
    ...commandLine(program),
  ]);
}

/** Since Linux 5.14 a limit that is set in a namespace of users counts only what runs inside. Node has 11 threads. */
const [major, minor] = release().split('.').map(Number) as [number, number];
const processLimit = major * 100 + minor >= 514 ? 'prlimit --nproc=40' : '';

/**
 * The shell stays as process 1 of the namespace and passes on how the program ended: process 1 itself could not abort.
 *
 * Arguments: the root, `unshare`, how many files, pairs (inside, outside), then those of the program.
 */
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
${processLimit} "$unshare" --root="$root" --wd=/ /setpriv --no-new-privs --bounding-set=-all --inh-caps=-all /program "$@"
`;
