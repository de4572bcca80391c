import { Node, type SourceFile } from 'ts-morph';

const COMMENTS_AND_TEXTS = /\/\*[\s\S]*?\*\/|^\s*\/\/.*$|'(?:\\.|[^'\\\n])*'/gm;

/** As a name of its own: not a property, not a text, not in a comment. */
export function mentions(text: string, name: string): boolean {
  return new RegExp(`(?<!\\w)(?<!(?<!\\.)\\.)${name}\\b`).test(text.replace(COMMENTS_AND_TEXTS, ''));
}

/** The declarations of the files that a text mentions, directly or through one another, in their order. */
export function declarationsFor(files: SourceFile[], text: string): string[] {
  const statements = files
    .flatMap((file) => file.getStatements())
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
  return statements
    .filter((statement) => wanted.has(statement))
    .map((statement) => statement.getText(true).replace(/^export /m, ''));
}

function declaredNames(statement: Node): string[] {
  if (Node.isVariableStatement(statement))
    return statement.getDeclarations().map((declaration) => declaration.getName());
  const name = Node.hasName(statement) ? statement.getName() : undefined;
  return name ? [name] : [];
}
