import { ts } from 'ts-morph';

/** Another text for a part of the solution. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/** What an operator may ask about the place where it works. */
export interface Scope {
  /** The other variables in scope whose type is that of this one. */
  twinsOf(name: ts.Identifier): string[];
  /** Whether both have the same type. */
  alike(a: ts.Node, b: ts.Node): boolean;
}

/** A way to go wrong: all edits that it has for one node. */
export type Operator = (node: ts.Node, scope: Scope) => Edit[];

export function instead(node: ts.Node, text: string): Edit {
  return { start: node.getStart(), end: node.getEnd(), text };
}

/** In brackets, where an expression would otherwise come apart. */
export function bracketed(node: ts.Node): string {
  return ts.isIdentifier(node) || ts.isLiteralExpression(node) || ts.isCallExpression(node)
    ? node.getText()
    : `(${node.getText()})`;
}
