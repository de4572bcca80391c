import type { Level } from '../model/report.ts';
import type { Machine } from './machine.ts';

const NEEDED: Record<Level, string[]> = {
  A: ['bwrap', 'setpriv', 'prlimit'],
  B: ['unshare', 'setpriv', 'prlimit'],
  C: [],
  none: [],
};

const packageOf = (command: string) => (command === 'bwrap' ? 'bubblewrap' : 'util-linux');

/** Values that keep programs without privileges from making namespaces, and those that let them. */
const SETTINGS: { name: string; forbids: string; permits: string }[] = [
  { name: 'kernel.unprivileged_userns_clone', forbids: '0', permits: '1' },
  { name: 'kernel.apparmor_restrict_unprivileged_userns', forbids: '1', permits: '0' },
  { name: 'user.max_user_namespaces', forbids: '0', permits: '15000' },
];

const IN_A_CONTAINER =
  'start this container with --security-opt seccomp=unconfined --security-opt apparmor=unconfined';

/** What would make a level hold on a machine where it does not; nothing when that cannot be told. */
export function remedies(level: Level, machine: Machine): string[] {
  switch (level) {
    case 'A':
    case 'B':
      if (machine.platform !== 'linux') return ['use Linux: a virtual machine, or WSL 2 on Windows'];
      return [
        ...installation(level, machine),
        ...settings(machine),
        ...(machine.isContainer ? [IN_A_CONTAINER] : []),
      ];
    case 'C':
      return Number.parseInt(machine.node, 10) < 24
        ? ['use Node 24 or newer; from 26 on it closes the network too']
        : [];
    case 'none':
      return [];
  }
}

function installation(level: Level, { missing, packages, isRoot }: Machine): string[] {
  const names = [...new Set(NEEDED[level].filter((command) => missing.includes(command)).map(packageOf))];
  if (names.length === 0) return [];
  if (!packages) return [`install ${names.join(' and ')}`];
  return [`${asRoot(isRoot)}${packages} install ${names.join(' ')}`];
}

function settings({ settings: found, isContainer, isRoot }: Machine): string[] {
  const place = isContainer ? 'on the host: sudo ' : asRoot(isRoot);
  return SETTINGS.filter(({ name, forbids }) => found[name] === forbids).map(
    ({ name, permits }) => `${place}sysctl -w ${name}=${permits}`,
  );
}

const asRoot = (isRoot: boolean) => (isRoot ? '' : 'sudo ');
