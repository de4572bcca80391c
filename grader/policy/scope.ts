import { ts } from 'ts-morph';

/** A stretch of code with names of its own. */
export interface Scope {
  parent?: Scope;
  /** Whether a `var` in it stays in it. */
  holdsVars: boolean;
  names: Map<string, Binding>;
}

/** What a name of the file stands for. Two declarations of one name in one scope are one binding. */
export interface Binding {
  name: string;
}

export function innerScope(parent: Scope | undefined, holdsVars: boolean): Scope {
  return { parent, holdsVars, names: new Map() };
}

/** The binding that a name means here; nothing for a global one. */
export function lookUp(name: string, scope: Scope): Binding | undefined {
  for (let here: Scope | undefined = scope; here; here = here.parent) {
    const binding = here.names.get(name);
    if (binding) return binding;
  }
  return undefined;
}

export function declare(name: ts.Identifier, scope: Scope): void {
  if (!scope.names.has(name.text)) scope.names.set(name.text, { name: name.text });
}

export function varScope(scope: Scope): Scope {
  return scope.holdsVars || !scope.parent ? scope : varScope(scope.parent);
}

/** The scope of what is inside a node: a new one for blocks, loops, functions and classes. */
export function scopeInside(node: ts.Node, around: Scope): Scope {
  if (ts.isBlock(node)) return innerScope(around, isBody(node));
  return opensScope(node) ? innerScope(around, ts.isModuleBlock(node)) : around;
}

function isBody({ parent }: ts.Block): boolean {
  return ts.isFunctionLike(parent) || ts.isClassStaticBlockDeclaration(parent);
}

function opensScope(node: ts.Node): boolean {
  return (
    ts.isFunctionLike(node) ||
    ts.isClassLike(node) ||
    ts.isForStatement(node) ||
    ts.isForInStatement(node) ||
    ts.isForOfStatement(node) ||
    ts.isCaseBlock(node) ||
    ts.isCatchClause(node) ||
    ts.isModuleBlock(node)
  );
}
