/** What a process asks of the kernel: `struct seccomp_data`. */
export interface SystemCall {
  call: number;
  architecture: number;
  arguments?: bigint[];
}

/** Runs the bytes of a filter as the kernel would: the instructions that the sandbox uses, and no others. */
export function run(filter: Buffer, { call, architecture, arguments: args = [] }: SystemCall): number {
  const data = Buffer.alloc(64);
  data.writeUInt32LE(call >>> 0, 0);
  data.writeUInt32LE(architecture, 4);
  for (const [i, argument] of args.entries()) data.writeBigUInt64LE(argument, 16 + 8 * i);
  for (let at = 0, accumulator = 0; ; at += 8) {
    const operand = filter.readUInt32LE(at + 4);
    const jump = (taken: boolean) => 8 * filter.readUInt8(at + (taken ? 2 : 3));
    const code = filter.readUInt16LE(at);
    if (code === 0x06) return operand;
    if (code === 0x20) accumulator = data.readUInt32LE(operand);
    else if (code === 0x15) at += jump(accumulator === operand);
    else if (code === 0x35) at += jump(accumulator >= operand);
    else if (code === 0x45) at += jump((accumulator & operand) !== 0);
    else throw new Error(`instruction 0x${code.toString(16)} at ${at / 8} is not known`);
  }
}
