import { execFileSync } from 'node:child_process';
import { packagePath } from '../package.ts';

/** The project's own formatter, so that generated files look like written ones. */
export function formatAll(files: Map<string, string>): Map<string, string> {
  return new Map([...files].map(([name, text]) => [name, format(name, text)]));
}

function format(name: string, text: string): string {
  const biome = packagePath('node_modules/@biomejs/biome/bin/biome');
  const flags = ['format', `--stdin-file-path=${packagePath(name)}`];
  return execFileSync(process.execPath, [biome, ...flags], {
    input: text,
    encoding: 'utf8',
    cwd: packagePath(),
  });
}
