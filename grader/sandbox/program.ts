/** A program to be confined, and all that it may see and use. */
export interface Program {
  /** Path outside; inside it is `/program`. */
  executable: string;
  arguments: string[];
  /** Further files, read-only: path inside → path outside. */
  files: Record<string, string>;
  limits: { cpuSeconds: number; addressBytes: number; dataBytes: number };
  /** Whether the system-call filter applies: it is made for Node and would stop other runtimes. */
  filtered: boolean;
  stdin: 'ignore' | 'pipe';
  stdout: 'ignore' | 'pipe';
}

/** User and group of programs in a jail. */
export const NOBODY = '65534';

/** What Node needs differs: from version 24 on V8 reserves much more address space. */
const NODE_MAJOR = Number(process.versions.node.split('.')[0]);
const MEMORY =
  NODE_MAJOR >= 24
    ? { addressBytes: 4_000_000_000, dataBytes: 1_100_000_000 }
    : { addressBytes: 2_000_000_000, dataBytes: 600_000_000 };

const NODE_FLAGS = [
  ...(NODE_MAJOR >= 22 ? ['--disable-sigusr1'] : []),
  '--max-old-space-size=256',
  '--stack-size=900',
  '--random-seed=1',
  '--disallow-code-generation-from-strings',
  '--frozen-intrinsics',
  '--disable-proto=delete',
  '--no-addons',
  '--no-warnings',
];

/** A limit that verdicts name: what a guest may hold in its heap. */
export const GUEST_MEGABYTES = 256;

/** A Node program in one file, with the flags and limits of a guest. */
export function nodeProgram(node: string, script: string, scriptArguments: string[] = []): Program {
  return {
    executable: node,
    arguments: [...NODE_FLAGS, '/script.cjs', ...scriptArguments],
    files: { '/script.cjs': script },
    limits: { cpuSeconds: 60, ...MEMORY },
    filtered: true,
    stdin: 'ignore',
    stdout: 'ignore',
  };
}

/** esbuild, which reads one file from its standard input and knows nothing of the student's folder. */
export function transpilerProgram(esbuild: string, flags: string[]): Program {
  return {
    executable: esbuild,
    arguments: flags,
    files: {},
    limits: { cpuSeconds: 5, addressBytes: 4_000_000_000, dataBytes: 1_000_000_000 },
    filtered: false,
    stdin: 'pipe',
    stdout: 'pipe',
  };
}
