import { execFileSync } from 'node:child_process';
import type { Program } from './program.ts';
import type { Stage } from './stage.ts';

type Visible = readonly [inside: string, outside: string];

/** All that a jailed program sees: itself, its own files, and the libraries without which it would not start. */
export function visibleFiles(program: Program, stage: Stage): Visible[] {
  const own = Object.entries({
    '/program': program.executable,
    ...(program.script !== undefined && { '/script.cjs': program.script }),
  });
  return [
    ...own.map(([inside, outside]) => [inside, stage.place(outside)] as const),
    ...librariesOf(program.executable),
  ];
}

const known = new Map<string, Visible[]>();

export function librariesOf(executable: string): Visible[] {
  const found = known.get(executable) ?? sharedLibraries(executable).map((file) => [file, file] as const);
  known.set(executable, found);
  return found;
}

/** The shared libraries, loader included, that a trusted program needs; none for a static one. */
function sharedLibraries(executable: string): string[] {
  try {
    const listing = execFileSync('ldd', [executable], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return [...listing.matchAll(/(?:=>\s+|^\s*)(\/\S+)/gm)].map((match) => match[1]!);
  } catch {
    return [];
  }
}
