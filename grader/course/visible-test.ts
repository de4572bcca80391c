import { Project } from 'ts-morph';
import { declarationsFor } from './mentions.ts';
import { testImports } from './test-imports.ts';
import { type Definition, visibleChecks } from './visible-checks.ts';
import { HELPERS, type HelperName } from './visible-test-helpers.ts';

interface Source {
  slug: string;
  title: string;
  /** The text of checks.ts. */
  checks: string;
  /** The text of what the checks of several exercises draw. */
  draws: string;
  /** Whether functions are called through `./driver.ts`. */
  driven: boolean;
}

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
export function visibleTest({ slug, title, checks, draws, driven }: Source): string {
  const project = new Project({ useInMemoryFileSystem: true });
  const file = project.createSourceFile('checks.ts', checks);
  const files = [project.createSourceFile('draws.ts', draws), file];
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
  const declarations = declarationsFor(files, body).join('\n\n');
  const support = helpers.map(({ text }) => text).join('\n\n');
  const student = driven
    ? `import * as submission from './${slug}.ts';\n`
    : `import * as student from './${slug}.ts';\n`;
  const bind = `${driven ? 'const student = drive(submission);\n' : ''}type Student = typeof student;`;
  const code = [bind, declarations, `describe(${quote(title)}, () => {\n${body}\n});`, support].join('\n\n');
  return `${HEADER}${testImports(files, code)}${student}\n${code}\n`;
}

function quote(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
