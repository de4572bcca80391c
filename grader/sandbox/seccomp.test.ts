import { describe, expect, test } from 'vitest';
import { type Architecture, hasFilter, seccompFilter } from './seccomp.ts';
import { ALLOWED, CONDITIONAL, type Numbers, UNKNOWN_TO_THIS_KERNEL } from './system-calls.ts';
import { run } from './testing/bpf-machine.ts';

const ALLOW = 0x7fff0000;
const KILL = 0x80000000;
const EPERM = 0x50001;
const ENOTTY = 0x50019;
const ENOSYS = 0x50026;

const audit = { x64: 0xc000003e, arm64: 0xc00000b7 };
const filters = { x64: seccompFilter('x64'), arm64: seccompFilter('arm64') };
const both = ['x64', 'arm64'] as const;

/** Calls that a guest has no business with. */
const REFUSED: Record<string, Numbers> = {
  ...{ socket: [41, 198], connect: [42, 203], bind: [49, 200], listen: [50, 201], socketpair: [53, 199] },
  ...{ sendto: [44, 206], sendmsg: [46, 211], accept4: [288, 242] },
  ...{ kill: [62, 129], tkill: [200, 130], rt_sigqueueinfo: [129, 138], pidfd_send_signal: [424, 424] },
  ...{ ptrace: [101, 117], process_vm_readv: [310, 270], pidfd_open: [434, 434], pidfd_getfd: [438, 438] },
  ...{ fork: [57, undefined], vfork: [58, undefined], execveat: [322, 281] },
  ...{ mount: [165, 40], umount2: [166, 39], pivot_root: [155, 41], chroot: [161, 51] },
  ...{ unshare: [272, 97], setns: [308, 268], bpf: [321, 280], keyctl: [250, 219], seccomp: [317, 277] },
  ...{ userfaultfd: [323, 282], perf_event_open: [298, 241], memfd_create: [319, 279] },
  ...{ open: [2, undefined], creat: [85, undefined], openat2: [437, 437], mkdirat: [258, 34] },
  ...{ unlinkat: [263, 35], linkat: [265, 37], symlinkat: [266, 36], renameat2: [316, 276] },
  ...{ truncate: [76, 45], ftruncate: [77, 46], fchmodat: [268, 53], mknodat: [259, 33] },
  ...{ setuid: [105, 146], setresuid: [117, 147], setrlimit: [160, 164] },
};

/** With arguments that a condition looks at: those of `clone`, `openat`, `prlimit64` and `ioctl`. */
const WITH_ARGUMENTS: [name: keyof typeof CONDITIONAL, args: bigint[], verdict: number][] = [
  ['clone', [0x3d0f00n], ALLOW], // a thread of the C library
  ['clone', [0x11n], EPERM], // fork
  ['clone', [0x4111n], EPERM], // vfork
  ['clone', [0x10000000n], EPERM], // a namespace of users
  ['openat', [0n, 0n, 0x0n], ALLOW],
  ['openat', [0n, 0n, 0x80000n], ALLOW], // O_CLOEXEC
  ['openat', [0n, 0n, 0x1n], EPERM],
  ['openat', [0n, 0n, 0x2n], EPERM],
  ['openat', [0n, 0n, 0x3n], EPERM],
  ['openat', [0n, 0n, 0x40n], EPERM],
  ['openat', [0n, 0n, 0x200n], EPERM],
  ['openat', [0n, 0n, 0x410000n], EPERM],
  ['prlimit64', [0n, 7n, 0n, 1n], ALLOW],
  ['prlimit64', [0n, 7n, 1n, 0n], EPERM],
  ['prlimit64', [0n, 7n, 0x7fff00000000n, 0n], EPERM],
  ['ioctl', [1n, 0x5401n], ALLOW],
  ['ioctl', [1n, 0x5421n], ALLOW],
  ['ioctl', [1n, 0x5412n], ENOTTY], // typing into a terminal
];

function verdict(architecture: Architecture, numbers: Numbers, args?: bigint[]): number | undefined {
  const call = numbers[both.indexOf(architecture)];
  if (call === undefined) return undefined;
  const asked = { call, architecture: audit[architecture] };
  return run(filters[architecture], args ? { ...asked, arguments: args } : asked);
}

describe.for(both)('the filter for %s', (architecture) => {
  test.for(Object.entries<Numbers>(ALLOWED))('allows %s', ([, numbers]) => {
    expect([ALLOW, undefined]).toContain(verdict(architecture, numbers));
  });

  test.for(Object.entries(REFUSED))('refuses %s', ([, numbers]) => {
    expect([EPERM, undefined]).toContain(verdict(architecture, numbers));
  });

  test.for(Object.entries<Numbers>(UNKNOWN_TO_THIS_KERNEL))('does not know %s', ([, numbers]) => {
    expect(verdict(architecture, numbers)).toBe(ENOSYS);
  });

  test.for(WITH_ARGUMENTS)('judges %s of %s', ([name, args, expected]) => {
    expect(verdict(architecture, CONDITIONAL[name], args)).toBe(expected);
  });

  test('refuses every number that is not listed', () => {
    const listed = [ALLOWED, CONDITIONAL, UNKNOWN_TO_THIS_KERNEL]
      .flatMap((calls) => Object.values<Numbers>(calls))
      .map((numbers) => numbers[both.indexOf(architecture)]);
    for (let call = 0; call < 600; call++) {
      if (listed.includes(call)) continue;
      expect(run(filters[architecture], { call, architecture: audit[architecture] }), `${call}`).toBe(EPERM);
    }
  });

  test('ends a program that calls by the numbers of another architecture', () => {
    const others = Object.values(audit).filter((value) => value !== audit[architecture]);
    for (const other of [...others, 0x40000003, 0])
      expect(run(filters[architecture], { call: 0, architecture: other })).toBe(KILL);
  });

  test('ends a program that calls through the x32 ABI', () => {
    for (const call of [0x40000000, 0x40000000 + 59, 0xffffffff])
      expect(run(filters[architecture], { call, architecture: audit[architecture] })).toBe(KILL);
  });

  test('is as long as whole instructions, fewer than the kernel takes', () => {
    expect(filters[architecture].length % 8).toBe(0);
    expect(filters[architecture].length / 8).toBeLessThan(4096);
  });
});

test('a call of one name gets one verdict on both architectures', () => {
  const calls = { ...ALLOWED, ...CONDITIONAL, ...UNKNOWN_TO_THIS_KERNEL, ...REFUSED };
  const onBoth = Object.entries<Numbers>(calls).filter(([, [, arm64]]) => arm64 !== undefined);
  expect(onBoth.length).toBeGreaterThan(90);
  const verdicts = (architecture: Architecture) =>
    onBoth.map(([name, numbers]) => [name, verdict(architecture, numbers)]);
  expect(verdicts('arm64')).toEqual(verdicts('x64'));
});

/** Where arm64 lacks a call, its C library makes another one. */
const COUNTERPARTS: Record<string, keyof typeof ALLOWED> = {
  ...{ stat: 'newfstatat', lstat: 'newfstatat', poll: 'ppoll', access: 'faccessat', readlink: 'readlinkat' },
  epoll_wait: 'epoll_pwait',
};

test('what is allowed on x64 and missing on arm64 is allowed there by another name, but what only x64 needs', () => {
  const missing = Object.entries<Numbers>(ALLOWED).filter(([, [, arm64]]) => arm64 === undefined);
  expect(missing.map(([name]) => name).sort()).toEqual([...Object.keys(COUNTERPARTS), 'arch_prctl'].sort());
  for (const name of Object.values(COUNTERPARTS)) expect(verdict('arm64', ALLOWED[name])).toBe(ALLOW);
});

test('there is a filter for these two architectures only', () => {
  expect(['x64', 'arm64', 'ia32', 'riscv64', 'toString'].filter(hasFilter)).toEqual(['x64', 'arm64']);
});
