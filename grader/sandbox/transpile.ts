import { createRequire } from 'node:module';
import type { Readable } from 'node:stream';
import type { Level } from '../model/report.ts';
import { launch } from './launch.ts';
import { MAX_STRING } from './plain-data.ts';
import { transpilerProgram } from './program.ts';
import type { Stage } from './stage.ts';

export type Transpiled = { kind: 'code'; code: string } | { kind: 'refused'; why: string; line?: number };

const TIME_LIMIT_MS = 30_000;
/** As UTF-8. Some 250 KB of source can become gigabytes: a long name of an enum is repeated for each member. */
const MAX_CODE_BYTES = 3 * MAX_STRING;
/** `tsconfig` of the student is never seen: the text comes by standard input into an empty file system. */
const FLAGS = [
  '--loader=ts',
  '--format=cjs',
  '--target=node20',
  // `import()` becomes `require`: Node's own would fail with an error from outside the student's realm
  '--supported:dynamic-import=false',
  '--charset=utf8',
  '--log-level=error',
  '--log-limit=1',
  '--color=false',
  // a module is strict, and stays so as CommonJS
  '--tsconfig-raw={"compilerOptions":{"alwaysStrict":true}}',
];

/**
 * Types away, modules to CommonJS, by esbuild in a jail of its own: hostile text can hang or crash a parser.
 *
 * @throws when esbuild cannot be started, which is no fault of the text
 */
export async function transpile(source: string, level: Level, stage: Stage): Promise<Transpiled> {
  const running = launch(transpilerProgram(esbuildBinary(), FLAGS), level, stage);
  const timer = setTimeout(() => running.kill(), TIME_LIMIT_MS);
  running.stdin!.on('error', () => {}).end(source);
  try {
    const code = await textOf(running.stdout!);
    if (code === undefined || code.length > MAX_STRING) return tooLarge;
    const { code: status } = await running.ended;
    return status === 0 ? { kind: 'code', code } : refusal(running.stderr());
  } finally {
    clearTimeout(timer);
    running.kill();
  }
}

const tooLarge: Transpiled = { kind: 'refused', why: 'the file becomes too large when compiled' };

/** Nothing when there is more than allowed, of which no more is read. */
async function textOf(stream: Readable): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let left = MAX_CODE_BYTES;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    left -= chunk.length;
    if (left < 0) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
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
