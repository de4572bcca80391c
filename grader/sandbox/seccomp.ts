/**
 * The system calls of a guest, as a filter for `bwrap --seccomp` (classic BPF, x86-64).
 *
 * Everything is refused with EPERM unless it is listed: no sockets, no signals to others, no tracing, no new
 * processes (`clone` makes threads only), no files opened for writing.
 */
import { ALLOWED } from './system-calls.ts';

const IOCTL = 16;
const CLONE = 56;
const OPENAT = 257;
const PRLIMIT64 = 302;
/** Calls whose absence a C library copes with: clone3 and the three of io_uring. */
const UNKNOWN_TO_THIS_KERNEL = [435, 425, 426, 427];

const AUDIT_ARCH_X86_64 = 0xc000003e;
const X32_BIT = 0x40000000;
const CLONE_THREAD = 0x10000;
const OPEN_TO_WRITE = 0x1 | 0x2 | 0x40 | 0x400000; // O_WRONLY, O_RDWR, O_CREAT, O_TMPFILE
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

type Instruction = [code: number, whenTrue: number, whenFalse: number, operand: number];
const load = (offset: number): Instruction => [0x20, 0, 0, offset];
const result = (action: number): Instruction => [0x06, 0, 0, action];
const ifEqual = (value: number, yes: number, no: number): Instruction => [0x15, yes, no, value];
const ifAtLeast = (value: number, yes: number, no: number): Instruction => [0x35, yes, no, value];
const ifAnyBit = (bits: number, yes: number, no: number): Instruction => [0x45, yes, no, bits];

/** A rule for one call: when the number matches, `body` decides. */
const rule = (call: number, ...body: Instruction[]): Instruction[] => [
  ifEqual(call, 0, body.length),
  ...body,
];

function program(): Instruction[] {
  return [
    load(ARCHITECTURE),
    ifEqual(AUDIT_ARCH_X86_64, 1, 0),
    result(KILL),
    load(CALL),
    ifAtLeast(X32_BIT, 0, 1),
    result(KILL),
    ...UNKNOWN_TO_THIS_KERNEL.flatMap((call) => rule(call, result(fail(ENOSYS)))),
    ...rule(CLONE, load(argument(0)), ifAnyBit(CLONE_THREAD, 0, 1), result(ALLOW), result(fail(EPERM))),
    ...rule(OPENAT, load(argument(2)), ifAnyBit(OPEN_TO_WRITE, 0, 1), result(fail(EPERM)), result(ALLOW)),
    // reading limits is fine, setting them (a new-limit pointer that is not null) is not
    ...rule(
      PRLIMIT64,
      load(argument(2)),
      ifEqual(0, 0, 3),
      load(argument(2) + 4),
      ifEqual(0, 0, 1),
      result(ALLOW),
      result(fail(EPERM)),
    ),
    ...rule(
      IOCTL,
      load(argument(1)),
      ...HARMLESS_IOCTLS.map((request, i) => ifEqual(request, HARMLESS_IOCTLS.length - i, 0)),
      result(fail(ENOTTY)),
      result(ALLOW),
    ),
    ...Object.values(ALLOWED).flatMap((call) => rule(call, result(ALLOW))),
    result(fail(EPERM)),
  ];
}

/** The filter in the bytes that the kernel wants: eight for each instruction. */
export function seccompFilter(): Buffer {
  const instructions = program();
  const bytes = Buffer.alloc(8 * instructions.length);
  for (const [i, [code, whenTrue, whenFalse, operand]] of instructions.entries()) {
    bytes.writeUInt16LE(code, 8 * i);
    bytes.writeUInt8(whenTrue, 8 * i + 2);
    bytes.writeUInt8(whenFalse, 8 * i + 3);
    bytes.writeUInt32LE(operand >>> 0, 8 * i + 4);
  }
  return bytes;
}
