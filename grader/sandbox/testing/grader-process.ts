import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { packagePath } from '../../package.ts';

/** A grader in a process of its own: what the built sandbox does with this code, which ends up printing a line. */
export async function graderProcess(
  code: string,
  ...prefix: string[]
): Promise<{ child: ChildProcess; line: string }> {
  const modules = ['launch', 'open-at', 'program', 'stage'].map(
    (name) => `...await import(${JSON.stringify(packagePath(`dist/grader/sandbox/${name}.js`))})`,
  );
  const script = `const { launch, openAt, nodeProgram, Stage } = { ${modules.join()} }; ${code}`;
  const [file, ...args] = [...prefix, process.execPath, '--input-type=module', '-e', script];
  const child = spawn(file!, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const silent = once(child, 'exit').then(() => Promise.reject(new Error('it ended without a word')));
  const [chunk] = (await Promise.race([once(child.stdout as Readable, 'data'), silent])) as [Buffer];
  silent.catch(() => {});
  return { child, line: chunk.toString().trim() };
}

/** Processes whose command line holds the marker, this one apart. */
export function alive(marker: string): string[] {
  return readdirSync('/proc').filter((pid) => {
    if (!/^\d+$/.test(pid) || pid === `${process.pid}`) return false;
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(marker);
    } catch {
      return false;
    }
  });
}
