import {
  type ArrayLiteralExpression,
  type CallExpression,
  type ImportDeclaration,
  Node,
  type ObjectLiteralExpression,
  Project,
  type SourceFile,
} from 'ts-morph';
import { HELPERS, type HelperName } from './visible-test-helpers.ts';

interface Source {
  slug: string;
  title: string;
  /** The text of checks.ts. */
  checks: string;
  /** Whether functions are called through `./driver.ts`. */
  driven: boolean;
}

/** The properties of a check's definition, as source text. */
type Definition = Map<string, string>;

const HEADER =
  '// Generated from the course. Your work goes into the file beside this one; run this with `npx vitest`.\n';

/** What each kind of check becomes in a plain test. */
const BODIES: Record<string, { body(d: Definition): string; helper: HelperName } | undefined> = {
  example: { helper: 'example', body: (d) => `example(${d.get('cases')});` },
  property: { helper: 'property', body: (d) => `property(${d.get('given')}, ${d.get('holds')});` },
  metamorphic: { helper: 'metamorphic', body: (d) => `metamorphic(${d.get('given')}, ${d.get('same')});` },
  gradient: {
    helper: 'gradient',
    body: (d) => `gradient(${[d.get('call'), d.get('given'), d.get('claimed'), d.get('of')].join(', ')});`,
  },
  differentiable: {
    helper: 'differentiable',
    body: (d) => `differentiable(student.${d.get('call')!.slice(1, -1)}, ${d.get('given')});`,
  },
};

/** Plain vitest and fast-check, from the visible checks and whatever of checks.ts they mention. */
export function visibleTest({ slug, title, checks, driven }: Source): string {
  const file = new Project({ useInMemoryFileSystem: true }).createSourceFile('checks.ts', checks);
  const visible = visibleChecks(file);
  const tests = visible.map(({ kind, definition }) => {
    const rule = BODIES[kind];
    if (!rule) throw new Error(`${slug}: a visible check cannot be of kind '${kind}'`);
    return {
      helper: rule.helper,
      text: `  test(${definition.get('name')}, () => {\n    ${rule.body(definition)}\n  });`,
    };
  });
  const helpers = HELPERS.filter(({ name, neededBy }) =>
    tests.some(({ helper }) => helper === name || neededBy.includes(helper)),
  );
  const body = tests.map(({ text }) => text).join('\n\n');
  const declarations = mentioned(file, body).join('\n\n');
  const support = helpers.map(({ text }) => text).join('\n\n');
  const student = driven
    ? `import { drive } from './driver.ts';\nimport * as submission from './${slug}.ts';\n`
    : `import * as student from './${slug}.ts';\n`;
  const bind = `${driven ? 'const student = drive(submission);\n' : ''}type Student = typeof student;`;
  const code = [bind, declarations, `describe(${quote(title)}, () => {\n${body}\n});`, support].join('\n\n');
  return `${HEADER}${imports(file, code)}${student}\n${code}\n`;
}

function visibleChecks(file: SourceFile): { kind: string; definition: Definition }[] {
  const list = file.getVariableDeclarationOrThrow('checks').getInitializerOrThrow() as ArrayLiteralExpression;
  return list
    .getElements()
    .map((element) => element as CallExpression)
    .map((call) => ({
      kind: call.getExpression().getText(),
      definition: definitionOf(call.getArguments()[0] as ObjectLiteralExpression),
    }))
    .filter(({ definition }) => definition.get('visibility') === "'visible'");
}

function definitionOf(literal: ObjectLiteralExpression): Definition {
  return new Map(
    literal.getProperties().map((property) => {
      if (Node.isPropertyAssignment(property))
        return [property.getName(), property.getInitializerOrThrow().getText()];
      if (Node.isShorthandPropertyAssignment(property)) return [property.getName(), property.getName()];
      throw new Error(`a check is written with plain properties, not with ${property.getText()}`);
    }),
  );
}

/** The declarations of checks.ts that a text mentions, directly or through one another, in the order of the file. */
function mentioned(file: SourceFile, text: string): string[] {
  const statements = file
    .getStatements()
    .filter(
      (statement) => !Node.isImportDeclaration(statement) && !statement.getText().includes('vocabulary<'),
    );
  const named = statements.flatMap((statement) =>
    declaredNames(statement).map((name) => ({ name, statement })),
  );
  const wanted = new Set<Node>();
  const look = (within: string): void => {
    for (const { name, statement } of named) {
      if (wanted.has(statement) || !mentions(within, name)) continue;
      wanted.add(statement);
      look(statement.getText());
    }
  };
  look(text);
  return statements.filter((statement) => wanted.has(statement)).map((statement) => statement.getText(true));
}

function declaredNames(statement: Node): string[] {
  if (Node.isVariableStatement(statement))
    return statement.getDeclarations().map((declaration) => declaration.getName());
  const name = Node.hasName(statement) ? statement.getName() : undefined;
  return name ? [name] : [];
}

/** Those imports of checks.ts that the test still uses, and its own. */
function imports(file: SourceFile, code: string): string {
  const own = [`import fc from 'fast-check';`, `import { describe, expect, test } from 'vitest';`];
  const check = ['mapTensors', 'numericalDerivative', 'tensorsIn', 'vjp'].filter((name) =>
    mentions(code, name),
  );
  const local = file
    .getImportDeclarations()
    .filter((declaration) => declaration.getModuleSpecifierValue().startsWith('./'));
  const types = local.map((declaration) =>
    importLine('type ', usedNames(declaration, code), declaration.getModuleSpecifierValue()),
  );
  const all = [
    ...own,
    importLine('', engineNames(file, code), '#autograd'),
    importLine('', check, '#autograd/check'),
    ...types,
  ];
  return all
    .filter((line) => line !== '')
    .map((line) => `${line}\n`)
    .join('');
}

function importLine(type: string, names: string[], from: string): string {
  return names.length === 0 ? '' : `import ${type}{ ${names.join(', ')} } from '${from}';`;
}

function usedNames(declaration: ImportDeclaration, code: string): string[] {
  const names = declaration.getNamedImports().map((named) => named.getName());
  return names.filter((name) => mentions(code, name) && name !== 'drive');
}

/** The helpers use the class `Tensor` itself, checks.ts perhaps only its type. */
function engineNames(file: SourceFile, code: string): string[] {
  const declaration = file.getImportDeclaration('#autograd');
  return [...new Set(['Tensor', ...(declaration ? usedNames(declaration, code) : [])])].filter((name) =>
    mentions(code, name),
  );
}

/** As a name of its own: not a property, and not a text. */
function mentions(text: string, name: string): boolean {
  return new RegExp(`(?<![\\w'])(?<!(?<!\\.)\\.)${name}\\b(?!')`).test(text);
}

function quote(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
