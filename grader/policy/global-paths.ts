import { ts } from 'ts-morph';
import { bare, isAccess, isAssignment, memberOf } from './expressions.ts';
import { engine, importedNames, moduleOf, pathOfImport } from './imported.ts';
import type { Program } from './program.ts';
import type { Binding } from './scope.ts';
import { isTaking, type Taking, takenFrom, takenInto, takenMember } from './takings.ts';

/** The dotted global names, such as `Math.tanh`, that an expression or a part of a pattern may stand for. */
export type PathsOf = (node: ts.Expression | Taking | undefined) => string[];

/** Members of members: no name has so many parts. */
const deepest = 8;

/** A value that wanders through more variables than this, against the order of the text, is lost sight of. */
const rounds = 10;

/**
 * Follows values from variable to variable, wherever in the file they are assigned: after `const M = Math`, `M.tanh`
 * is `Math.tanh`, and a parameter called `Math` is not.
 *
 * @param matters whether a path may lead to one that is asked for; all others are dropped, so the sets stay small
 */
export function globalPaths(program: Program, matters: (path: string) => boolean): PathsOf {
  const known = new Map<Binding, Set<string>>();
  const flows = program.nodes.flatMap(flowsOf);
  for (const declaration of program.nodes.filter(ts.isImportDeclaration)) learnImports(declaration);
  for (let round = 0; round < rounds && flows.filter(learnFlow).length > 0; round++);
  return (node) => pathsOf(node, 0);

  function pathsOf(node: ts.Expression | Taking | undefined, depth: number): string[] {
    if (!node || depth > deepest) return [];
    if (isTaking(node)) return members(pathsOf(takenFrom(node), depth + 1), takenMember(node));
    const value = bare(node);
    if (isAccess(value)) return members(pathsOf(value.expression, depth + 1), memberOf(value));
    return ts.isIdentifier(value) ? pathsOfName(value) : [];
  }

  function pathsOfName(name: ts.Identifier): string[] {
    const binding = program.bindingOf(name);
    return binding ? [...(known.get(binding) ?? [])] : [name.text].filter(matters);
  }

  function members(paths: string[], member: string | undefined): string[] {
    if (member === undefined) return [];
    return paths.map((path) => (path === 'globalThis' ? member : `${path}.${member}`)).filter(matters);
  }

  /** Whether something new was learned. */
  function learnFlow({ into, from }: Flow): boolean {
    return learn(into, pathsOf(from, 0));
  }

  function learn(name: ts.Identifier, paths: string[]): boolean {
    const binding = program.bindingOf(name);
    if (!binding || paths.length === 0) return false;
    const before = known.get(binding) ?? new Set();
    known.set(binding, new Set([...before, ...paths]));
    return known.get(binding)!.size > before.size;
  }

  function learnImports(declaration: ts.ImportDeclaration): void {
    if (moduleOf(declaration) !== engine) return;
    for (const imported of importedNames(declaration)) learn(imported.name!, [pathOfImport(imported)]);
  }
}

interface Flow {
  into: ts.Identifier;
  from: ts.Expression | Taking;
}

function flowsOf(node: ts.Node): Flow[] {
  if (isAssignment(node) && ts.isIdentifier(node.left)) return [{ into: node.left, from: node.right }];
  const taken = isTaking(node) ? takenInto(node) : undefined;
  return [...(taken ? [{ into: taken, from: node as Taking }] : []), ...initialFlow(node)];
}

function initialFlow(node: ts.Node): Flow[] {
  const declares = ts.isVariableDeclaration(node) || ts.isParameter(node) || ts.isBindingElement(node);
  if (!declares || !node.initializer || !ts.isIdentifier(node.name)) return [];
  return [{ into: node.name, from: node.initializer }];
}
