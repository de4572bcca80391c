import { ts } from 'ts-morph';

/** Whether an identifier uses a variable, rather than declares one or names a member, a key or a label. */
export function isReference(node: ts.Node): node is ts.Identifier {
  if (!ts.isIdentifier(node)) return false;
  const { parent } = node;
  if (ts.isShorthandPropertyAssignment(parent)) return true;
  if (ts.isExportSpecifier(parent))
    return (parent.propertyName ?? parent.name) === node && !isPassedOn(parent);
  return !isPartOf(parent, node);
}

/** `export { a } from 'there'` names nothing of this file. */
function isPassedOn(specifier: ts.ExportSpecifier): boolean {
  return specifier.parent.parent.moduleSpecifier !== undefined;
}

function isPartOf(
  parent: ts.Node & { name?: ts.Node; propertyName?: ts.Node; label?: ts.Node },
  node: ts.Node,
): boolean {
  return parent.name === node || parent.propertyName === node || parent.label === node;
}
