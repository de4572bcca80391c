import { createRequire } from 'node:module';
import { text } from 'node:stream/consumers';
import type { Level } from '../model/report.ts';
import { launch } from './launch.ts';
import { transpilerProgram } from './program.ts';
import type { Stage } from './stage.ts';

export type Transpiled = { kind: 'code'; code: string } | { kind: 'refused'; why: string; line?: number };

const TIME_LIMIT_MS = 5000;
/** `tsconfig` of the student is never seen: the text comes by standard input into an empty file system. */
const FLAGS = [
  '--loader=ts',
  '--format=cjs',
  '--target=node20',
  '--log-level=error',
  '--log-limit=1',
  '--color=false',
  '--tsconfig-raw={}',
];

/** Types away, modules to CommonJS, by esbuild in a jail of its own: hostile text can hang or crash a parser. */
export async function transpile(
  source: string,
  level: Exclude<Level, 'C'>,
  stage: Stage,
): Promise<Transpiled> {
  const running = launch(transpilerProgram(esbuildBinary(), FLAGS), level, stage);
  const { process: child } = running;
  const timer = setTimeout(() => child.kill('SIGKILL'), TIME_LIMIT_MS);
  const ended = new Promise<number | null>((resolve) =>
    child.on('close', resolve).on('error', () => resolve(-1)),
  );
  child.stdin?.on('error', () => {}).end(source);
  const [code, status] = await Promise.all([text(child.stdout!), ended]);
  clearTimeout(timer);
  return status === 0 ? { kind: 'code', code } : refusal(running.stderr());
}

/** esbuild says `✘ [ERROR] message`, then ` <stdin>:line:column:`. */
function refusal(stderr: string): Transpiled {
  const why = /\[ERROR\] (.*)/.exec(stderr)?.[1];
  if (why === undefined)
    return { kind: 'refused', why: 'the file could not be compiled within the limits of time and memory' };
  const line = /<stdin>:(\d+):/.exec(stderr)?.[1];
  return { kind: 'refused', why: `does not compile: ${why}`, ...(line && { line: Number(line) }) };
}

function esbuildBinary(): string {
  const require = createRequire(createRequire(import.meta.url).resolve('esbuild'));
  return require.resolve(`@esbuild/${process.platform}-${process.arch}/bin/esbuild`);
}
