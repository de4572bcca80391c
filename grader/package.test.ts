import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { afterAll, describe, expect, test } from 'vitest';
import { packagePath, packageVersion } from './package.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'gradschool-package-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(file: string, args: string[], cwd: string): string {
  return execFileSync(file, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

/** The test itself shows that vitest resolves `#autograd`; `npm run types` that tsc does. */
describe('#autograd means the engine', () => {
  const program = `import { tensor } from '#autograd'; console.log(tensor([1, 2]).add(1).toArray().join());`;
  const file = packagePath(`.resolution-${process.pid}.mts`);
  afterAll(() => rmSync(file, { force: true }));
  writeFileSync(file, program);

  test('from the sources, under tsx', () => {
    const tsx = packagePath('node_modules/tsx/dist/cli.mjs');
    expect(run(process.execPath, [tsx, '--conditions=source', file], packagePath())).toBe('2,3\n');
  });

  test('from the sources, bundled by esbuild for a browser', async () => {
    const { outputFiles } = await build({
      entryPoints: [file],
      bundle: true,
      write: false,
      conditions: ['source'],
      platform: 'browser',
      format: 'iife',
    });
    expect(run(process.execPath, ['-e', outputFiles[0]!.text], folder)).toBe('2,3\n');
  });

  test('from dist/, in plain Node', () => {
    const check = `import('#autograd').then(({ tensor }) => console.log(tensor([1, 2]).add(1).toArray().join()))`;
    expect(run(process.execPath, ['-e', check], packagePath())).toBe('2,3\n');
  });
});

describe('the packed package', () => {
  const [{ filename }] = JSON.parse(
    run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], packagePath()),
  ) as [{ filename: string }];
  run('tar', ['-xzf', filename], folder);
  const root = path.join(folder, 'package');
  symlinkSync(packagePath('node_modules'), path.join(folder, 'node_modules'));

  test('exports the engine by name', () => {
    writeFileSync(
      path.join(root, 'use.mjs'),
      `import { tensor } from 'gradschool/autograd'; console.log(tensor(2).mul(3).item());`,
    );
    expect(run(process.execPath, ['use.mjs'], root)).toBe('6\n');
  });

  test('grades without the sources', () => {
    const main = path.join(root, 'dist/grader/cli/main.js');
    expect(run(process.execPath, [main, '--version'], folder)).toBe(`${packageVersion}\n`);
    const report = JSON.parse(
      run(process.execPath, [main, 'grade', path.join(root, 'solutions'), '--json', '-'], folder),
    );
    expect(report.score).toBeGreaterThan(0);
    expect(report.score).toBe(report.max);
  });
});
