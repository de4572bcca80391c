import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ts } from 'ts-morph';
import { describe, expect, test } from 'vitest';
import { packagePath } from './package.ts';

/** Who may import whom. A layer may always import itself; `library` is a package of npm or of Node. */
const ALLOWED: Record<string, string[]> = {
  'autograd/bench': ['autograd', 'library'],
  'autograd/conformance': ['autograd', 'autograd/nn', 'autograd/optim', 'library'],
  'autograd/models': [
    ...['autograd', 'autograd/io/files.ts', 'autograd/io', 'autograd/nn', 'autograd/optim', 'autograd/train'],
    'library',
  ],
  'autograd/nn': ['autograd'],
  'autograd/optim': ['autograd'],
  'autograd/io/files.ts': ['autograd', 'autograd/io', 'autograd/train', 'library'],
  'autograd/io': ['autograd'],
  'autograd/train': ['autograd', 'autograd/io', 'autograd/nn', 'autograd/optim'],
  autograd: [],
  solutions: ['autograd', 'grader/checks', 'library'],
  exercises: ['autograd', 'library'],
  'grader/package.ts': ['library'],
  'grader/model': ['autograd', 'library'],
  'grader/checks': ['autograd', 'grader/model', 'library'],
  'grader/policy': ['grader/model', 'library'],
  'grader/intake': ['grader/model', 'library'],
  'grader/sandbox': ['autograd', 'grader/model', 'grader/package.ts', 'library'],
  'grader/report': ['grader/model', 'library'],
  'grader/course': ['grader/model', 'grader/package.ts', 'library'],
  'grader/diagnosis': ['grader/checks', 'grader/model'],
  'grader/grading': [
    ...['checks', 'diagnosis', 'model', 'package.ts', 'policy', 'sandbox'].map((name) => `grader/${name}`),
    'library',
  ],
  'grader/bench': [
    ...['class', 'cli', 'grading', 'intake', 'model', 'package.ts', 'sandbox'].map(
      (name) => `grader/${name}`,
    ),
    'library',
  ],
  'grader/redteam': [
    ...['course', 'grading', 'intake', 'model', 'package.ts', 'report', 'sandbox'].map(
      (name) => `grader/${name}`,
    ),
    'library',
  ],
  'grader/fuzz': [
    'autograd',
    ...['intake', 'model', 'package.ts', 'policy', 'report', 'sandbox'].map((name) => `grader/${name}`),
    'library',
  ],
  'grader/class': [...['grading', 'intake', 'model', 'report'].map((name) => `grader/${name}`), 'library'],
  'grader/audit': [
    'autograd',
    ...['checks', 'course', 'diagnosis', 'grading', 'model', 'package.ts', 'sandbox'].map(
      (name) => `grader/${name}`,
    ),
    'library',
  ],
  'grader/cli': [
    ...['audit', 'class', 'course', 'grading', 'intake', 'model', 'package.ts', 'report', 'sandbox'].map(
      (name) => `grader/${name}`,
    ),
    'library',
  ],
};

/** What runs in a browser. */
const ENGINE = ['autograd', 'autograd/nn', 'autograd/optim', 'autograd/io', 'autograd/train'];

const ALIASES: Record<string, string> = {
  '#autograd': 'autograd/index.ts',
  '#autograd/check': 'autograd/check/index.ts',
  '#autograd/extend': 'autograd/extend.ts',
  '#autograd/nn': 'autograd/nn/index.ts',
  '#autograd/optim': 'autograd/optim/index.ts',
  '#autograd/io': 'autograd/io/index.ts',
  '#autograd/train': 'autograd/train/index.ts',
  '#autograd/files': 'autograd/io/files.ts',
  '#checks': 'grader/checks/index.ts',
};

interface Import {
  from: string;
  to: string;
}

const files = ['autograd', 'solutions', 'exercises', 'grader']
  .flatMap((folder) =>
    readdirSync(packagePath(folder), { recursive: true, encoding: 'utf8' }).map((file) =>
      path.posix.join(folder, file),
    ),
  )
  .filter((file) => file.endsWith('.ts') && !/\.(test|audit)\.ts$/.test(file) && !file.includes('/testing/'));

const imports = files.flatMap(importsOf);

function importsOf(from: string): Import[] {
  const { importedFiles } = ts.preProcessFile(readFileSync(packagePath(from), 'utf8'), true, true);
  return importedFiles.map(({ fileName }) => ({ from, to: resolve(from, fileName) }));
}

function resolve(from: string, name: string): string {
  return name.startsWith('.')
    ? path.posix.join(path.posix.dirname(from), name)
    : (ALIASES[name] ?? `library:${name}`);
}

function layerOf(file: string): string {
  if (file.startsWith('library:')) return 'library';
  const layer = Object.keys(ALLOWED).find((name) => file === name || file.startsWith(`${name}/`));
  return layer ?? file;
}

function isAllowed({ from, to }: Import): boolean {
  return layerOf(from) === layerOf(to) || (ALLOWED[layerOf(from)] ?? []).includes(layerOf(to));
}

/** The files of a cycle of imports, or nothing. Types leave no trace at run time, so they may point anywhere. */
function findCycle(edges: Import[]): string[] | undefined {
  const state = new Map<string, 'open' | 'done'>();
  const visit = (file: string, trail: string[]): string[] | undefined => {
    if (state.get(file) === 'open') return [...trail.slice(trail.indexOf(file)), file];
    if (state.get(file) === 'done') return undefined;
    state.set(file, 'open');
    for (const { to } of edges.filter(({ from }) => from === file)) {
      const cycle = visit(to, [...trail, file]);
      if (cycle) return cycle;
    }
    state.set(file, 'done');
    return undefined;
  };
  for (const file of new Set(edges.map(({ from }) => from))) {
    const cycle = visit(file, []);
    if (cycle) return cycle;
  }
  return undefined;
}

function valueImportsOf(from: string): Import[] {
  const source = ts.createSourceFile(from, readFileSync(packagePath(from), 'utf8'), ts.ScriptTarget.Latest);
  return source.statements.flatMap((statement) => {
    const isImport = ts.isImportDeclaration(statement) && !statement.importClause?.isTypeOnly;
    const isExport = ts.isExportDeclaration(statement) && !statement.isTypeOnly && statement.moduleSpecifier;
    if (!isImport && !isExport) return [];
    return [{ from, to: resolve(from, (statement.moduleSpecifier as ts.StringLiteral).text) }];
  });
}

describe('the layers', () => {
  test('the whole tree was seen', () => {
    expect(files.length).toBeGreaterThan(150);
    expect(imports.length).toBeGreaterThan(400);
    expect(Object.keys(ALLOWED).filter((layer) => !files.some((file) => layerOf(file) === layer))).toEqual(
      [],
    );
  });

  test('nobody imports what the architecture does not allow', () => {
    const forbidden = imports.filter((one) => !isAllowed(one)).map(({ from, to }) => `${from} → ${to}`);
    expect(forbidden).toEqual([]);
  });

  test('solutions are imported by nobody: they are loaded by path', () => {
    const importers = imports
      .filter(({ to }) => to.startsWith('solutions/'))
      .filter(({ from }) => !from.startsWith('solutions/'));
    expect(importers).toEqual([]);
  });

  test('the engine runs in a browser: it imports nothing of Node', () => {
    const foreign = imports.filter(
      ({ from, to }) => ENGINE.includes(layerOf(from)) && to.startsWith('library:'),
    );
    expect(foreign).toEqual([]);
  });

  test('no imports go round in a circle', () => {
    expect(findCycle(files.flatMap(valueImportsOf))).toBeUndefined();
  });

  test('the rules would notice a breach and a circle', () => {
    expect(isAllowed({ from: 'autograd/index.ts', to: 'grader/model/report.ts' })).toBe(false);
    expect(isAllowed({ from: 'grader/report/html.ts', to: 'grader/sandbox/index.ts' })).toBe(false);
    const circle = [
      { from: 'a.ts', to: 'b.ts' },
      { from: 'b.ts', to: 'c.ts' },
      { from: 'c.ts', to: 'a.ts' },
    ];
    expect(findCycle(circle)).toEqual(['a.ts', 'b.ts', 'c.ts', 'a.ts']);
  });
});
