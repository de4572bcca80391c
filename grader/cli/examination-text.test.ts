import { expect, test } from 'vitest';
import type { Examination } from '../sandbox/index.ts';
import { examinationText } from './examination-text.ts';

const holds = { holds: true, detail: '', remedies: [] };
const machine = {
  ...{ node: '24.1.0', platform: 'linux', system: 'Debian GNU/Linux 12, linux 6.1, x64' },
  ...{ isRoot: false, isContainer: false, packages: 'apt-get', missing: [], settings: {} },
} as const satisfies Examination['machine'];

const healthy: Examination = { machine, levels: { A: holds, B: holds, C: holds }, strong: 'A', basic: 'A' };

test('a machine on which all holds', () => {
  expect(examinationText(healthy)).toMatchInlineSnapshot(`
    "node      24.1.0
    system    Debian GNU/Linux 12, linux 6.1, x64
    user      unprivileged

    level A   isolated: holds
              by bubblewrap, a filter of system calls, limits of resources

    level B   isolated, no filter of system calls: holds
              by namespaces and a root of its own, limits of resources
              not stopped: start a process
                at most 40, each as confined as the guest itself, and they end with it

    level C   permission only: holds
              by Node's permission model, a watch on memory, limits of resources where the system has the tools
              not stopped: connect by TCP, send by UDP, connect to a socket by path, connect to an abstract socket
                Node 24 and 25 do not restrict the network
              not stopped: signal the grader
                Node does not restrict signals; a grader that is root is out of their reach
              not stopped: end another guest
                guests run as one user, and Node does not restrict signals

    --sandbox strong, the default, runs submissions at level A.
    --sandbox basic runs submissions at level A.
    "
  `);
});

test('a machine on which no jail holds is told what is missing, and the remedy', () => {
  const lacking = {
    holds: false,
    detail: 'the command bwrap is not installed',
    remedies: ['sudo apt-get install bubblewrap'],
  };
  const forbidden = {
    holds: false,
    detail: 'unshare: unshare failed: Operation not permitted',
    remedies: ['sudo sysctl -w kernel.unprivileged_userns_clone=1'],
  };
  const ill: Examination = {
    machine: { ...machine, node: '26.0.0', isRoot: true, isContainer: true },
    levels: { A: lacking, B: forbidden, C: holds },
    strong: undefined,
    basic: 'C',
  };
  expect(examinationText(ill)).toMatchInlineSnapshot(`
    "node      26.0.0
    system    Debian GNU/Linux 12, linux 6.1, x64, in a container
    user      root; submissions run as an unprivileged user

    level A   isolated: does not hold
              the command bwrap is not installed
              → sudo apt-get install bubblewrap

    level B   isolated, no filter of system calls: does not hold
              unshare: unshare failed: Operation not permitted
              → sudo sysctl -w kernel.unprivileged_userns_clone=1

    level C   permission only: holds
              by Node's permission model, a watch on memory, limits of resources where the system has the tools
              not stopped: signal the grader
                Node does not restrict signals; a grader that is root is out of their reach
              not stopped: end another guest
                guests run as one user, and Node does not restrict signals

    --sandbox strong, the default, grades nothing here.
    --sandbox basic runs submissions at level C.
    "
  `);
});
