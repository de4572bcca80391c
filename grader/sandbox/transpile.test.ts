import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { CONFINEMENTS } from './confinements.ts';
import { Stage } from './stage.ts';
import { levelsHere } from './testing/levels.ts';
import { transpile } from './transpile.ts';

const stage = new Stage();
afterAll(() => stage.remove());
afterEach(() => vi.restoreAllMocks());

describe.for(await levelsHere())('the transpiler at level %s', (level) => {
  const compile = (source: string) => transpile(source, level, stage);
  const code = async (source: string) => {
    const compiled = await compile(source);
    expect(compiled.kind, JSON.stringify(compiled)).toBe('code');
    return (compiled as { code: string }).code;
  };

  test('takes types away and makes CommonJS, whatever the alphabet', async () => {
    expect(await code('export const größe = (x: number): number => x;')).toContain('const größe = (x) => x;');
  });

  test('takes a byte order mark, CRLF and an empty file', async () => {
    expect(await code('\ufeffexport const a = 1;\r\nexport const b = 2;\r\n')).toContain('const b = 2;');
    expect(await code('')).toBeTypeOf('string');
  });

  test('tells the line of a syntax error', async () => {
    expect(await compile('const a = 1;\nconst b = ;\n')).toEqual({
      kind: 'refused',
      why: 'does not compile: Unexpected ";"',
      line: 2,
    });
  });

  test('embeds no file', async () => {
    expect(
      await code('import passwd from "/etc/passwd" with { type: "text" }; export const f = () => passwd;'),
    ).toContain('require("/etc/passwd")');
  });

  test('makes import() a require', async () => {
    const compiled = await code('export const f = () => import("fs");');
    expect(compiled).toContain('require("fs")');
    expect(compiled).not.toMatch(/[^.\w]import\(/);
  });

  test('refuses top-level await', async () => {
    expect(await compile('await 1;')).toMatchObject({ kind: 'refused' });
  });

  test('takes nesting of 200', async () => {
    await code(`export const deep = ${'['.repeat(200)}${']'.repeat(200)};`);
  });

  test('refuses what grows beyond all measure', async () => {
    const members = Array.from({ length: 25_000 }, (_, i) => `member${i}`);
    const source = `export enum Long${'g'.repeat(50)} { ${members.join()} }`;
    expect(await compile(source)).toEqual({
      kind: 'refused',
      why: 'the file becomes too large when compiled',
    });
  });

  test('several at once do not disturb each other', async () => {
    const sources = Array.from({ length: 8 }, (_, i) => `export const it = ${i};`);
    const compiled = await Promise.all(sources.map(code));
    expect(compiled.map((it) => /it = (\d)/.exec(it)?.[1])).toEqual([...'01234567']);
  });
});

test('nesting that its parser cannot take ends only the transpiler', async () => {
  const [strongest] = await levelsHere();
  expect(await transpile('['.repeat(250_000), strongest!, stage)).toMatchObject({ kind: 'refused' });
});

test('no tsconfig is seen, wherever the grader runs', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'gradschool-test-'));
  writeFileSync(
    path.join(folder, 'tsconfig.json'),
    '{ "compilerOptions": { "jsx": "react-jsx", "verbatimModuleSyntax": true, "paths": { "*": ["/etc/*"] } } }',
  );
  const before = process.cwd();
  process.chdir(folder);
  try {
    const compiled = await transpile(
      'import { unused } from "elsewhere"; export const a = 1;',
      'none',
      stage,
    );
    expect(compiled.kind === 'code' && compiled.code.includes('elsewhere')).toBe(false);
  } finally {
    process.chdir(before);
    rmSync(folder, { recursive: true });
  }
});

test('a transpiler that is killed costs the file', async () => {
  vi.spyOn(CONFINEMENTS, 'none').mockImplementation(() => ({
    file: '/bin/sh',
    arguments: ['-c', 'kill -9 $$'],
  }));
  expect(await transpile('1', 'none', stage)).toEqual({
    kind: 'refused',
    why: 'the file could not be compiled within the limits of time and memory',
  });
});

test('a transpiler that writes without end is stopped, and no more is read than would be taken', async () => {
  vi.spyOn(CONFINEMENTS, 'none').mockImplementation(() => ({
    file: '/usr/bin/yes',
    arguments: [],
  }));
  expect(await transpile('1', 'none', stage)).toEqual({
    kind: 'refused',
    why: 'the file becomes too large when compiled',
  });
});

test('a transpiler that cannot be started is the fault of the machine', async () => {
  vi.spyOn(CONFINEMENTS, 'none').mockImplementation(() => ({
    file: '/nowhere',
    arguments: [],
  }));
  await expect(transpile('1', 'none', stage)).rejects.toThrow();
});
