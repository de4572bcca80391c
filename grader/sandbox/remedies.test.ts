import { expect, test } from 'vitest';
import type { Level } from '../model/report.ts';
import type { Machine } from './machine.ts';
import { remedies } from './remedies.ts';

const debian: Machine = {
  node: '20.19.0',
  platform: 'linux',
  system: 'Debian GNU/Linux 12',
  isRoot: false,
  isContainer: false,
  packages: 'apt-get',
  missing: [],
  settings: {
    'kernel.unprivileged_userns_clone': '1',
    'kernel.apparmor_restrict_unprivileged_userns': '0',
    'user.max_user_namespaces': '30000',
  },
};
const without = (...missing: string[]) => ({ ...debian, missing });
const set = (name: string, value: string) => ({ ...debian, settings: { ...debian.settings, [name]: value } });

test.for<[what: string, level: Level, machine: Machine, expected: string[]]>([
  ['bubblewrap, on Debian and Ubuntu', 'A', without('bwrap'), ['sudo apt-get install bubblewrap']],
  ['bubblewrap, on Fedora', 'A', { ...without('bwrap'), packages: 'dnf' }, ['sudo dnf install bubblewrap']],
  [
    'several commands of one package',
    'B',
    without('setpriv', 'unshare', 'bwrap'),
    ['sudo apt-get install util-linux'],
  ],
  [
    'two packages, as root',
    'A',
    { ...without('bwrap', 'prlimit'), isRoot: true },
    ['apt-get install bubblewrap util-linux'],
  ],
  ['a package, elsewhere', 'A', { ...without('bwrap'), packages: undefined }, ['install bubblewrap']],
  [
    'namespaces, on Ubuntu from 23.10 on',
    'A',
    set('kernel.apparmor_restrict_unprivileged_userns', '1'),
    ['sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0'],
  ],
  [
    'namespaces, on an older Debian',
    'B',
    set('kernel.unprivileged_userns_clone', '0'),
    ['sudo sysctl -w kernel.unprivileged_userns_clone=1'],
  ],
  [
    'namespaces, on Red Hat',
    'A',
    set('user.max_user_namespaces', '0'),
    ['sudo sysctl -w user.max_user_namespaces=15000'],
  ],
  ['a newer Node', 'C', debian, ['use Node 24 or newer; from 26 on it closes the network too']],
  ['Linux', 'B', { ...debian, platform: 'darwin' }, ['use Linux: a virtual machine, or WSL 2 on Windows']],
])('what is missing is %s', ([, level, machine, expected]) => {
  expect(remedies(level, machine)).toEqual(expected);
});

test('a container is told how to be started', () => {
  const [install, start] = remedies('A', { ...without('bwrap'), isRoot: true, isContainer: true });
  expect(install).toBe('apt-get install bubblewrap');
  expect(start).toContain('--security-opt seccomp=unconfined');
});

test('settings are those of the host, not of a container', () => {
  const machine = { ...set('user.max_user_namespaces', '0'), isContainer: true, isRoot: true };
  expect(remedies('B', machine)[0]).toBe('on the host: sudo sysctl -w user.max_user_namespaces=15000');
});

test('where nothing is known to be missing, nothing is advised', () => {
  expect(remedies('A', debian)).toEqual([]);
  expect(remedies('C', { ...debian, node: '24.0.0' })).toEqual([]);
  expect(remedies('none', debian)).toEqual([]);
});
