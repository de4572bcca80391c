import { ts } from 'ts-morph';
import { type Edit, instead, type Operator } from './operator.ts';

/** A variable for another of its type. */
export const variables: Operator = (node, { twinsOf }): Edit[] => {
  if (!ts.isIdentifier(node) || !isRead(node)) return [];
  return twinsOf(node).map((twin) =>
    ts.isShorthandPropertyAssignment(node.parent)
      ? instead(node, `${node.text}: ${twin}`)
      : instead(node, twin),
  );
};

function isRead({ parent, ...node }: ts.Identifier): boolean {
  if (ts.isPropertyAccessExpression(parent)) return parent.expression.pos === node.pos;
  if (ts.isPropertyAssignment(parent)) return parent.initializer.pos === node.pos;
  if (ts.isBindingElement(parent) || ts.isParameter(parent) || ts.isVariableDeclaration(parent))
    return parent.initializer?.pos === node.pos;
  return (
    ts.isExpression(parent) ||
    ts.isStatement(parent) ||
    ts.isSpreadElement(parent) ||
    ts.isShorthandPropertyAssignment(parent) ||
    ts.isTemplateSpan(parent)
  );
}

/** `p.bh` → `p.Why`, for the members of one object that have one type. */
export const members: Operator = (node, { twinsOf }): Edit[] => {
  if (!ts.isPropertyAccessExpression(node) || !ts.isIdentifier(node.name)) return [];
  return twinsOf(node.name).map((twin) => instead(node.name, twin));
};
