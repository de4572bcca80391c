import type { Call, CallArgument } from './case.ts';

const BASE = 0x400000;
const HEADERS = 64 + 56;
/** The descriptor that is told of success. */
export const OUT = 4;
const WRITE = 1;
const EXIT = 60;

/** `mov register, imm64` for the arguments of a system call of x86-64, and of `int 0x80`. */
const REGISTERS = ['48bf', '48be', '48ba', '49ba', '49b8', '49b9'];
const OLD_REGISTERS = ['48bb', '48b9', '48ba', '48be', '48bf', '48bd'];
const ENTER = { syscall: '0f05', 'int 0x80': 'cd80' };

/** A program for Linux on x86-64 that makes one system call, and writes "done" to descriptor 4 if that succeeds. */
export function machineCode(
  { number, door }: Pick<Call, 'number' | 'door'>,
  given: CallArgument[],
): Uint8Array {
  const texts: Uint8Array[] = [Buffer.from('done')];
  const textOffset = 512;
  const place = (bytes: Uint8Array): number => {
    const before = texts.reduce((sum, { length }) => sum + length, 0);
    texts.push(bytes);
    return BASE + textOffset + before;
  };
  const values = given.map((argument) => (typeof argument === 'number' ? argument : place(argument)));
  const attack = enter(number, values, door);
  const tell = enter(WRITE, [OUT, BASE + textOffset, 4]);
  const leave = enter(EXIT, [0]);
  // test rax, rax; js over the telling
  const code = Buffer.concat([attack, Buffer.from([0x48, 0x85, 0xc0, 0x78, tell.length]), tell, leave]);
  const body = Buffer.concat([
    headers(1 << 16),
    code,
    Buffer.alloc(textOffset - HEADERS - code.length),
    ...texts,
  ]);
  return body;
}

function enter(number: number, values: number[], door: 'syscall' | 'int 0x80' = 'syscall'): Buffer {
  const registers = door === 'syscall' ? REGISTERS : OLD_REGISTERS;
  const moves = values.map((value, i) => move(registers[i]!, value));
  return Buffer.concat([...moves, move('48b8', number), Buffer.from(ENTER[door], 'hex')]);
}

function move(register: string, value: number): Buffer {
  const operand = Buffer.alloc(8);
  operand.writeBigInt64LE(BigInt(value));
  return Buffer.concat([Buffer.from(register, 'hex'), operand]);
}

/** An ELF header, and one segment that may be read, written and executed. */
function headers(size: number): Buffer {
  const bytes = Buffer.alloc(HEADERS);
  bytes.write('7f454c46020101', 'hex');
  bytes.writeUInt16LE(2, 16); // executable
  bytes.writeUInt16LE(62, 18); // x86-64
  bytes.writeUInt32LE(1, 20);
  bytes.writeBigUInt64LE(BigInt(BASE + HEADERS), 24); // where it starts
  bytes.writeBigUInt64LE(64n, 32); // of the program headers
  bytes.writeUInt16LE(64, 52);
  bytes.writeUInt16LE(56, 54);
  bytes.writeUInt16LE(1, 56);
  bytes.writeUInt32LE(1, 64); // to be loaded
  bytes.writeUInt32LE(7, 68);
  bytes.writeBigUInt64LE(BigInt(BASE), 80);
  bytes.writeBigUInt64LE(BigInt(BASE), 88);
  bytes.writeBigUInt64LE(BigInt(size), 96);
  bytes.writeBigUInt64LE(BigInt(size), 104);
  bytes.writeBigUInt64LE(4096n, 112);
  return bytes;
}
