/**
 * The system calls of a confined program, as a filter for `bwrap --seccomp`.
 *
 * Everything is refused with EPERM unless it is listed: no sockets, no signals to others, no tracing, no new
 * processes (`clone` makes threads only), no files opened for writing.
 */
import { assemble, type Instruction, ifAnyBit, ifAtLeast, ifEqual, load, result } from './bpf.ts';
import { ALLOWED, CONDITIONAL, type Numbers, UNKNOWN_TO_THIS_KERNEL } from './system-calls.ts';

/** AUDIT_ARCH_X86_64 and AUDIT_ARCH_AARCH64, and which number of a call is theirs. */
const ARCHITECTURES = {
  x64: { audit: 0xc000003e, column: 0 },
  arm64: { audit: 0xc00000b7, column: 1 },
} as const;

export type Architecture = keyof typeof ARCHITECTURES;

export function hasFilter(architecture: string): architecture is Architecture {
  return Object.hasOwn(ARCHITECTURES, architecture);
}

/** Set in the number of a call of the x32 ABI, which would go past all comparisons. */
const X32_BIT = 0x40000000;
const CLONE_THREAD = 0x10000;
const OPEN_TO_WRITE = 0x1 | 0x2 | 0x40 | 0x200 | 0x400000; // O_WRONLY, O_RDWR, O_CREAT, O_TRUNC, O_TMPFILE
const HARMLESS_IOCTLS = [0x5421, 0x5451, 0x5401]; // FIONBIO, FIOCLEX, TCGETS

const EPERM = 1;
const ENOTTY = 25;
const ENOSYS = 38;
const ALLOW = 0x7fff0000;
const KILL = 0x80000000;
const fail = (errno: number) => 0x00050000 | errno;

/** Offsets in `struct seccomp_data`; an argument's low half comes first. */
const CALL = 0;
const ARCHITECTURE = 4;
const argument = (n: number) => 16 + 8 * n;

const CONDITIONS: Record<keyof typeof CONDITIONAL, Instruction[]> = {
  clone: [load(argument(0)), ifAnyBit(CLONE_THREAD, 0, 1), result(ALLOW), result(fail(EPERM))],
  openat: [load(argument(2)), ifAnyBit(OPEN_TO_WRITE, 0, 1), result(fail(EPERM)), result(ALLOW)],
  // reading limits is fine, setting them (a new-limit pointer that is not null) is not
  prlimit64: [
    ...[load(argument(2)), ifEqual(0, 0, 3)],
    ...[load(argument(2) + 4), ifEqual(0, 0, 1)],
    ...[result(ALLOW), result(fail(EPERM))],
  ],
  ioctl: [
    load(argument(1)),
    ...HARMLESS_IOCTLS.map((request, i) => ifEqual(request, HARMLESS_IOCTLS.length - i, 0)),
    ...[result(fail(ENOTTY)), result(ALLOW)],
  ],
};

/** The filter in the bytes that the kernel wants. */
export function seccompFilter(architecture: Architecture): Buffer {
  const { audit, column } = ARCHITECTURES[architecture];
  /** When the call is this one, `body` decides. */
  const rule = (numbers: Numbers, body: Instruction[]): Instruction[] => {
    const call = numbers[column];
    return call === undefined ? [] : [ifEqual(call, 0, body.length), ...body];
  };
  const rules = (calls: Record<string, Numbers>, body: (name: string) => Instruction[]) =>
    Object.entries(calls).flatMap(([name, numbers]) => rule(numbers, body(name)));
  return assemble([
    ...[load(ARCHITECTURE), ifEqual(audit, 1, 0), result(KILL)],
    ...[load(CALL), ifAtLeast(X32_BIT, 0, 1), result(KILL)],
    ...rules(UNKNOWN_TO_THIS_KERNEL, () => [result(fail(ENOSYS))]),
    ...rules(CONDITIONAL, (name) => CONDITIONS[name as keyof typeof CONDITIONAL]),
    ...rules(ALLOWED, () => [result(ALLOW)]),
    result(fail(EPERM)),
  ]);
}
