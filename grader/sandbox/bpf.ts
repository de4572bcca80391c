/** Programs of the kernel's packet filter (classic BPF), in which filters of system calls are written. */

export type Instruction = [code: number, whenTrue: number, whenFalse: number, operand: number];

/** The accumulator becomes the 32 bits at this offset. */
export const load = (offset: number): Instruction => [0x20, 0, 0, offset];
export const result = (action: number): Instruction => [0x06, 0, 0, action];
/** The jumps say how many instructions to skip. */
export const ifEqual = (value: number, yes: number, no: number): Instruction => [0x15, yes, no, value];
export const ifAtLeast = (value: number, yes: number, no: number): Instruction => [0x35, yes, no, value];
export const ifAnyBit = (bits: number, yes: number, no: number): Instruction => [0x45, yes, no, bits];

/** The bytes that the kernel wants: eight for each instruction. */
export function assemble(instructions: Instruction[]): Buffer {
  const bytes = Buffer.alloc(8 * instructions.length);
  for (const [i, [code, whenTrue, whenFalse, operand]] of instructions.entries()) {
    bytes.writeUInt16LE(code, 8 * i);
    bytes.writeUInt8(whenTrue, 8 * i + 2);
    bytes.writeUInt8(whenFalse, 8 * i + 3);
    bytes.writeUInt32LE(operand >>> 0, 8 * i + 4);
  }
  return bytes;
}
