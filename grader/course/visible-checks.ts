import {
  type ArrayLiteralExpression,
  type CallExpression,
  Node,
  type ObjectLiteralExpression,
  type SourceFile,
} from 'ts-morph';

/** The properties of a check's definition, as source text. */
export type Definition = Map<string, string>;

/** The visible checks of checks.ts: their kinds and their definitions. */
export function visibleChecks(file: SourceFile): { kind: string; definition: Definition }[] {
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
