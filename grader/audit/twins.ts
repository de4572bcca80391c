import { Project, ts } from 'ts-morph';
import type { Exercise } from '../model/exercise.ts';
import { packagePath } from '../package.ts';
import type { Scope } from './operators/index.ts';

/** A solution with its types, which are those of the editor. */
export interface Typed {
  file: ts.SourceFile;
  scope: Scope;
}

/** One program for all that is asked, since each knows the whole engine. */
let project: Project | undefined;

export function typed({ id, file: name, solution }: Exercise): Typed {
  project ??= new Project({
    compilerOptions: {
      module: ts.ModuleKind.NodeNext,
      customConditions: ['source'],
      allowImportingTsExtensions: true,
      strict: true,
      noEmit: true,
    },
  });
  const path = packagePath('solutions', id, name);
  const file = project.createSourceFile(path, solution, { overwrite: true }).compilerNode;
  const checker = project.getTypeChecker().compilerObject;
  const typeAt = (node: ts.Node) => checker.typeToString(checker.getTypeAtLocation(node));
  const alike = (a: ts.Node, b: ts.Node) => typeAt(a) === typeAt(b);
  return { file, scope: { twinsOf: (name) => twinsOf(name, file, checker), alike } };
}

/** Names that stand for values of the same type: variables beside a variable, members beside a member. */
function twinsOf(name: ts.Identifier, file: ts.SourceFile, checker: ts.TypeChecker): string[] {
  const symbol = symbolOf(name, checker);
  if (!symbol || !isOwn(symbol, file)) return [];
  const typeOf = (one: ts.Symbol) => checker.typeToString(checker.getTypeOfSymbolAtLocation(one, name));
  const type = typeOf(symbol);
  return neighbours(name, checker)
    .filter((other) => other !== symbol && isOwn(other, file) && typeOf(other) === type)
    .map((other) => other.name);
}

/** In `{ z }` the variable and not the member that is made of it. */
function symbolOf(name: ts.Identifier, checker: ts.TypeChecker): ts.Symbol | undefined {
  return ts.isShorthandPropertyAssignment(name.parent)
    ? checker.getShorthandAssignmentValueSymbol(name.parent)
    : checker.getSymbolAtLocation(name);
}

function neighbours(name: ts.Identifier, checker: ts.TypeChecker): ts.Symbol[] {
  const { parent } = name;
  if (ts.isPropertyAccessExpression(parent) && parent.name === name)
    return checker.getTypeAtLocation(parent.expression).getProperties();
  return checker
    .getSymbolsInScope(name, ts.SymbolFlags.Variable)
    .filter(
      ({ valueDeclaration: declared }) =>
        declared && isVariable(declared) && declared.getEnd() <= name.getStart(),
    );
}

function isVariable(node: ts.Node): boolean {
  return ts.isVariableDeclaration(node) || ts.isParameter(node) || ts.isBindingElement(node);
}

/** Declared in the solution, and not by the language or the engine. */
function isOwn({ valueDeclaration }: ts.Symbol, file: ts.SourceFile): boolean {
  return valueDeclaration?.getSourceFile() === file;
}
