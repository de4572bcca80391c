import { engine } from './imported.ts';

/** What is forbidden, with the sentence that says so. */
export interface Rules {
  /** By dotted global name, such as `Math.tanh`, or `#autograd.grad` for what the engine exports. */
  paths: Map<string, string>;
  /** By member, on whatever object. */
  members: Map<string, string>;
  /** What forbidden names are members of, such as `Math`: only a named member may be taken from these. */
  owners: Map<string, string>;
}

/** What reaches out of a submission. The sandbox has none of it; here the student learns so, by line. */
const everywhere = ['eval', 'Function', 'globalThis', 'process', 'require'];

export function rulesFor(forbidden: string[]): Rules {
  const names = forbidden.filter((name) => !name.startsWith('.'));
  const members = forbidden.filter((name) => name.startsWith('.'));
  return {
    paths: new Map([
      ...everywhere.map((name): Rule => [name, `\`${name}\` is not allowed in a submission`]),
      ...names.flatMap((name) => alsoOfEngine(name, notHere(name))),
    ]),
    members: new Map(members.map((name): Rule => [name.slice(1), notHere(name)])),
    owners: new Map(names.flatMap(ownersOf).flatMap((owner) => alsoOfEngine(owner, onlyByName(owner)))),
  };
}

/** Whether a path is forbidden or leads to one that is. */
export function leadsToForbidden({ paths, owners }: Rules, path: string): boolean {
  return paths.has(path) || owners.has(path) || path === engine;
}

type Rule = [name: string, sentence: string];

/** A name is forbidden as a global one and as an export of the engine. */
function alsoOfEngine(name: string, sentence: string): Rule[] {
  return [
    [name, sentence],
    [`${engine}.${name}`, sentence],
  ];
}

/** `a` and `a.b` for `a.b.c`. */
function ownersOf(name: string): string[] {
  const parts = name.split('.');
  return parts.slice(1).map((_, i) => parts.slice(0, i + 1).join('.'));
}

function notHere(name: string): string {
  return `\`${name}\` is not allowed in this exercise`;
}

function onlyByName(owner: string): string {
  return `\`${owner}\` may only be used as \`${owner}.name\` in this exercise`;
}
