import { defaultLimits, type Limits } from '../model/limits.ts';
import { NODE_MAJOR } from './node-major.ts';

/** A program to be confined, and all that it may see and use. */
export interface Program {
  /** Path outside; in a jail it is `/program`. */
  executable: string;
  flags: string[];
  /** Path outside; in a jail it is `/script.cjs`. The only file that the program may read. */
  script?: string;
  arguments: string[];
  /** Whether Node's permission model holds for it, where this version has one. */
  permission: boolean;
  limits: { cpuSeconds: number; addressBytes: number; dataBytes: number; residentBytes: number };
  stdin: 'ignore' | 'pipe';
  stdout: 'ignore' | 'pipe';
}

/**
 * What Node needs for a heap of the default size. From version 24 on V8 reserves more address space, and its range for
 * code counts as data: 570 MB.
 */
const MEMORY = {
  ...(NODE_MAJOR >= 24
    ? { addressBytes: 4_000_000_000, dataBytes: 1_100_000_000 }
    : { addressBytes: 2_000_000_000, dataBytes: 480_000_000 }),
  residentBytes: 600_000_000,
};

const NODE_FLAGS = [
  ...(NODE_MAJOR >= 22 ? ['--disable-sigusr1'] : []),
  '--stack-size=900',
  '--random-seed=1',
  '--disallow-code-generation-from-strings',
  '--frozen-intrinsics',
  '--disable-proto=delete',
  '--no-addons',
  '--no-warnings',
];

/** A Node program in one file, with the flags and limits of a guest. */
export function nodeProgram(
  node: string,
  script: string,
  scriptArguments: string[] = [],
  { memoryMegabytes, submission }: Limits = defaultLimits,
): Program {
  const beyond = (memoryMegabytes - defaultLimits.memoryMegabytes) * 2 ** 20;
  return {
    executable: node,
    flags: [`--max-old-space-size=${memoryMegabytes}`, ...NODE_FLAGS],
    script,
    arguments: scriptArguments,
    permission: true,
    limits: {
      cpuSeconds: Math.ceil(submission.processorSeconds),
      addressBytes: MEMORY.addressBytes + beyond,
      dataBytes: MEMORY.dataBytes + beyond,
      residentBytes: MEMORY.residentBytes + beyond,
    },
    stdin: 'ignore',
    stdout: 'ignore',
  };
}

/** esbuild, which reads one file from its standard input and knows nothing of the student's folder. */
export function transpilerProgram(esbuild: string, flags: string[]): Program {
  return {
    executable: esbuild,
    flags,
    arguments: [],
    permission: false,
    limits: {
      cpuSeconds: 5,
      addressBytes: 4_000_000_000,
      dataBytes: 1_000_000_000,
      residentBytes: 1_000_000_000,
    },
    stdin: 'pipe',
    stdout: 'pipe',
  };
}

/** All that follows the executable, for a program that finds its script at this place. */
export function commandLine(program: Program, script = '/script.cjs'): string[] {
  const { flags, permission, arguments: rest } = program;
  if (program.script === undefined) return [...flags, ...rest];
  const guarded = permission && NODE_MAJOR >= 24 ? ['--permission', `--allow-fs-read=${script}`] : [];
  return [...guarded, ...flags, script, ...rest];
}
