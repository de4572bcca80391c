import { ts } from 'ts-morph';
import { escapes, isOnlyAsked } from './escapes.ts';
import { type Access, isAccess, memberNode, memberOf } from './expressions.ts';
import type { Finding } from './finding.ts';
import { globalPaths } from './global-paths.ts';
import { pathOfImport } from './imported.ts';
import type { Program } from './program.ts';
import { isReference } from './references.ts';
import { leadsToForbidden, rulesFor } from './rules.ts';
import { isTaking, type Taking, takenFrom, takenMember } from './takings.ts';

/** The places where a forbidden name is taken, not those where its value goes from there. */
export function forbiddenNames(program: Program, forbidden: string[]): Finding[] {
  const rules = rulesFor(forbidden);
  const pathsOf = globalPaths(program, (path) => leadsToForbidden(rules, path));
  return program.nodes.flatMap((node) => sentences(node).map((what) => ({ what, at: placeOf(node) })));

  function sentences(node: ts.Node): string[] {
    if (isReference(node)) return isOnlyAsked(node) ? [] : ofName(node);
    if (isAccess(node)) return [...ofPaths(node), ...ofMember(memberOf(node)), ...ofEscape(node)];
    if (isTaking(node)) return ofTaking(node);
    return ts.isImportSpecifier(node) ? ofImport(node) : [];
  }

  function ofName(name: ts.Identifier): string[] {
    return program.bindingOf(name) ? ofEscape(name) : [...ofPaths(name), ...ofEscape(name)];
  }

  function ofPaths(node: ts.Expression | Taking): string[] {
    return pathsOf(node).flatMap((path) => ruling(rules.paths, path));
  }

  function ofMember(member: string | undefined): string[] {
    return member === undefined ? [] : ruling(rules.members, member);
  }

  function ofEscape(node: ts.Identifier | Access): string[] {
    return escapes(node) ? ofOwner(node) : [];
  }

  function ofOwner(node: ts.Expression | Taking | undefined): string[] {
    return pathsOf(node).flatMap((path) => ruling(rules.owners, path));
  }

  function ofTaking(taking: Taking): string[] {
    const member = takenMember(taking);
    return member === undefined ? ofOwner(takenFrom(taking)) : [...ofPaths(taking), ...ofMember(member)];
  }

  function ofImport(name: ts.ImportSpecifier): string[] {
    const imported = (name.propertyName ?? name.name).text;
    return [...ruling(rules.paths, pathOfImport(name)), ...ofMember(imported)];
  }
}

function ruling(rules: Map<string, string>, name: string): string[] {
  const sentence = rules.get(name);
  return sentence === undefined ? [] : [sentence];
}

/** A chain of calls over several lines is blamed where the member stands. */
function placeOf(node: ts.Node): ts.Node {
  return isAccess(node) ? memberNode(node) : node;
}
